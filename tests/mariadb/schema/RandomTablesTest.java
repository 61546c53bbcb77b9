package tests.mariadb.schema; class RandomTablesTest {}
