/**
 * A race: the notebook's PyTorch program against the same dynamics here, on the same device, in turn.
 *
 * <p>Times are medians of interleaved runs. The Python program is written out from here, so that both sides can be
 * read.
 */
package lib.bench;

//SOURCES Contestant.java
//SOURCES Notebook.java
//SOURCES Scoreboard.java

//FILES lib/bench/notebook.py=notebook.py
