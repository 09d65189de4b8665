/**
 * Pages: templates, style and scripts that turn a lesson's figures and report into one HTML file that works from
 * the file system.
 *
 * <p>Knows lessons.md and the catalog, and nothing of tensors. Everything that a page shows offline is copied
 * beside it, or is in the file.
 */
package lib.page;

//SOURCES Assets.java
//SOURCES BookFiles.java
//SOURCES Catalog.java
//SOURCES Check.java
//SOURCES Command.java
//SOURCES ContentsPage.java
//SOURCES Exhibit.java
//SOURCES Html.java
//SOURCES LessonContent.java
//SOURCES LessonPage.java
//SOURCES Line.java
//SOURCES Markdown.java
//SOURCES NarrationPage.java
//SOURCES Outline.java
//SOURCES PageLinks.java
//SOURCES Plate.java
//SOURCES Preparation.java
//SOURCES Printed.java
//SOURCES RunIn.java
//SOURCES SearchIndex.java
//SOURCES Shelf.java
//SOURCES Track.java
//SOURCES View.java

//FILES lessons.md=../../lessons.md
//FILES jbang-catalog.json=../../jbang-catalog.json
//FILES lib/page/narration.html=narration.html
//FILES lib/page/book.css=book.css
//FILES lib/page/book.js=book.js
//FILES lib/page/contents.html=contents.html
//FILES lib/page/page.html=page.html
//FILES lib/page/head.html=head.html
//FILES lib/page/theme.html=theme.html
//FILES lib/page/player.css=player.css
//FILES lib/page/player.html=player.html
//FILES lib/page/player.js=player.js
//FILES lib/page/workbook.css=workbook.css
//FILES lib/page/workbook.js=workbook.js
//FILES lib/page/dots.js=dots.js
//FILES lib/page/animation.js=animation.js
//FILES lib/page/licences.txt=licences.txt
