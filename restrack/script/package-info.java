/**
 * The files on disk: a SQL or a Java script with its header, the folder of them, and new ones. A script is read
 * here and run elsewhere.
 */
//SOURCES FileName.java
//SOURCES Header.java
//SOURCES JavaSource.java
//SOURCES Joined.java
//SOURCES LooseScript.java
//SOURCES NaturalOrder.java
//SOURCES NewScript.java
//SOURCES Placeholders.java
//SOURCES RepeatableScript.java
//SOURCES Replaced.java
//SOURCES Script.java
//SOURCES ScriptFile.java
//SOURCES ScriptFolder.java
//SOURCES Scripts.java
//SOURCES Section.java
//SOURCES SqlScript.java
//SOURCES SqlScriptReader.java
//SOURCES TextFile.java
//SOURCES Todo.java
//SOURCES Ways.java
package restrack.script;
