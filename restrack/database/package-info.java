/**
 * What differs between databases, behind two interfaces: {@code Dialect} (how it speaks) and {@code Database} (one
 * that is open). A new database is one folder here and one line in {@code Databases}.
 */
//SOURCES Access.java
//SOURCES BrokenKey.java
//SOURCES Client.java
//SOURCES ClonedDatabase.java
//SOURCES ColumnTypes.java
//SOURCES Copies.java
//SOURCES Cost.java
//SOURCES Danger.java
//SOURCES Database.java
//SOURCES Databases.java
//SOURCES Dialect.java
//SOURCES Fitting.java
//SOURCES Health.java
//SOURCES Home.java
//SOURCES InsertText.java
//SOURCES Loading.java
//SOURCES OnConflict.java
//SOURCES OpenedCopy.java
//SOURCES Parcel.java
//SOURCES Rendered.java
//SOURCES Returned.java
//SOURCES RowCheck.java
//SOURCES RowForm.java
//SOURCES RowKey.java
//SOURCES Rows.java
//SOURCES RowsInTheWay.java
//SOURCES ScriptRules.java
//SOURCES SideTables.java
//SOURCES TableChange.java
//SOURCES TableDescription.java
//SOURCES TableDigest.java
//SOURCES TableDigester.java
//SOURCES Taken.java
//SOURCES Traces.java
//SOURCES TransactionWatch.java
//SOURCES UnderLock.java
//SOURCES ValueKind.java
//SOURCES Waiting.java
//SOURCES Way.java
//SOURCES mariadb/package-info.java
//SOURCES postgres/package-info.java
//SOURCES server/package-info.java
//SOURCES sqlite/package-info.java
package restrack.database;
