// What Swift cannot call in sqlite3.h, and nothing else: a cast macro and a variadic function.

#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

#include <sqlite3.h>

// SQLITE_TRANSIENT casts -1 to a function pointer, which Swift does not import.
// SQLITE_STATIC is a null pointer: Swift passes nil.
static inline sqlite3_destructor_type csqlite_transient(void) { return SQLITE_TRANSIENT; }

// sqlite3_db_config() is variadic. This is its form for options that switch something on (1)
// or off (0); *result says what is in effect afterwards.
static inline int csqlite_db_config_switch(sqlite3 *db, int option, int on, int *result) {
  return sqlite3_db_config(db, option, on, result);
}

#endif
