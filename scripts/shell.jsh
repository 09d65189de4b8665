//DESCRIPTION JShell with the library imported, an engine ready, and a hint of what to try
//JAVA 17+
//COMPILE_OPTIONS -encoding UTF-8
//DEPS ../lib/Workbook.java

import ai.djl.ndarray.*
import ai.djl.ndarray.types.*
import lib.chart.*
import lib.lesson.*
import lib.sampling.*
import lib.score.*
import tech.tablesaw.api.*

var shell = Shell.start()
var nd = shell.nd()
java.nio.file.Path show(Panel panel) { return shell.show(panel); }
java.nio.file.Path show(Chart chart) { return shell.show(chart); }
java.nio.file.Path show(tech.tablesaw.plotly.components.Figure figure) { return shell.show(figure); }
void seed(int number) { shell.seed(number); }
void help() { shell.help(); }
