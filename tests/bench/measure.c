/*
 * Runs a command and says, in the file LOG, what it took: «wall user system» in seconds and its
 * peak of memory in kB, with that of its children. By a small program, for the system counts the
 * peak of whoever starts a program as the program's own.
 *
 *     measure LOG COMMAND …
 */
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double wall(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int main(int argc, char **argv)
{
    pid_t child;
    int status;
    struct rusage used;
    if (argc < 3)
        return 2;
    double start = wall();
    if (posix_spawnp(&child, argv[2], NULL, NULL, argv + 2, environ) != 0)
        return 2;
    wait4(child, &status, 0, &used);
    double took = wall() - start;
    FILE *log = fopen(argv[1], "w");
    if (!log)
        return 2;
    fprintf(log, "%.6f %.6f %.6f %ld\n", took, seconds(used.ru_utime), seconds(used.ru_stime),
            used.ru_maxrss);
    fclose(log);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
