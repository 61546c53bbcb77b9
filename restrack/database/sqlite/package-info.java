/** SQLite: its file, its locks, its errors, and what it lets a script say. */
//SOURCES LockHolders.java
//SOURCES NativeLibrary.java
//SOURCES PlainAddColumn.java
//SOURCES SqliteDatabase.java
//SOURCES SqliteDialect.java
//SOURCES SqliteErrors.java
//SOURCES SqliteFile.java
//SOURCES SqliteScriptRules.java
//SOURCES SqliteSession.java
//SOURCES SqliteShell.java
//SOURCES SqliteStatements.java
//SOURCES TableReading.java
//SOURCES TransactionWatch.java
//SOURCES alter/package-info.java
//SOURCES grammar/package-info.java
package restrack.database.sqlite;
