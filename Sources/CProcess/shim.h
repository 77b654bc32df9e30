// What Swift cannot call of the C library, and nothing else: prctl() is variadic, and the first
// parameter of setrlimit() is an enum in one library and a number in the others.

#ifndef CPROCESS_SHIM_H
#define CPROCESS_SHIM_H

#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

// No core file of this process, nor of what it starts. 0, or -1 with errno.
static inline int cprocess_forbid_core_files(void) {
  struct rlimit none = {0, 0};
  return setrlimit(RLIMIT_CORE, &none);
}

// The memory of this process is for nobody to dump or to read until it starts another program.
// 0, or -1 with errno; where there is no such thing, 0.
static inline int cprocess_forbid_looking_in(void) {
#ifdef __linux__
  return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#else
  return 0;
#endif
}

#endif
