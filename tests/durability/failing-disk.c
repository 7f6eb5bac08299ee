/* Loaded before a program: as long as the file that FAILING_DISK names is there, nothing can be asked to be kept. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static int refuses(void) {
  const char *flag = getenv("FAILING_DISK");
  return flag != NULL && access(flag, F_OK) == 0;
}

static int pass(const char *name, int fd) {
  if (refuses()) {
    errno = EIO;
    return -1;
  }
  return ((int (*)(int))dlsym(RTLD_NEXT, name))(fd);
}

int fsync(int fd) { return pass("fsync", fd); }
int fdatasync(int fd) { return pass("fdatasync", fd); }
