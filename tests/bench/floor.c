/*
 * The floor: what any generator on cmark must do. Reads each Markdown file of a folder, gives the
 * body to cmark and writes one file an entry, on two threads, with no checks, no pages but these,
 * and no care.
 *
 *     floor CONTENT OUTPUT
 *
 * The second floor writes the files of a finished site instead, with the same names and bytes,
 * which it has read before it begins; and has the disk store them, if it is asked. What it took from
 * then on, in seconds, it says itself: «wall user system».
 *
 *     floor CONTENT OUTPUT SITE [sync]
 */
#include <cmark.h>
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { FILES_MAX = 1 << 20, FOLDERS_MAX = 1 << 12, PATH_SIZE = 4096, TEXT_MAX = 1 << 20 };

struct file {
    char *path;
    char *bytes;
    size_t len;
};

static struct file texts[FILES_MAX], files[FILES_MAX];
static char *folders[FOLDERS_MAX];
static size_t text_count, file_count, folder_count, site_len;
static atomic_size_t next;
static const char *output;

static void fail(const char *what)
{
    perror(what);
    exit(2);
}

/* ---- what there is ---- */

static int visit_text(const char *path, const struct stat *info, int type, struct FTW *walk)
{
    (void)info, (void)walk;
    size_t len = strlen(path);
    if (type == FTW_F && len > 3 && strcmp(path + len - 3, ".md") == 0 && text_count < FILES_MAX)
        texts[text_count++].path = strdup(path);
    return 0;
}

static struct file read_whole(const char *path, size_t len)
{
    struct file file = {strdup(path + site_len), malloc(len + 1), len};
    FILE *in = fopen(path, "rb");
    if (!in || fread(file.bytes, 1, len, in) != len)
        fail(path);
    fclose(in);
    return file;
}

static int visit_site(const char *path, const struct stat *info, int type, struct FTW *walk)
{
    if (type == FTW_D && walk->level && folder_count < FOLDERS_MAX)
        folders[folder_count++] = strdup(path + site_len);
    if (type == FTW_F && file_count < FILES_MAX)
        files[file_count++] = read_whole(path, (size_t)info->st_size);
    return 0;
}

/* ---- what is done ---- */

static void put(const char *name, const char *bytes, size_t len)
{
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/%s", output, name);
    int out = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (out < 0 || write(out, bytes, len) != (ssize_t)len || close(out) != 0)
        fail(path);
}

static void convert(size_t number)
{
    static _Thread_local char text[TEXT_MAX];
    FILE *in = fopen(texts[number].path, "rb");
    if (!in)
        fail(texts[number].path);
    size_t len = fread(text, 1, sizeof text - 1, in);
    fclose(in);
    text[len] = '\0';
    char *end = strstr(text + 3, "\n---\n");
    char *body = end ? end + 5 : text;
    char *html = cmark_markdown_to_html(body, len - (size_t)(body - text), CMARK_OPT_DEFAULT);
    char name[32];
    snprintf(name, sizeof name, "%zu.html", number);
    if (file_count == 0)
        put(name, html, strlen(html));
    free(html);
}

static void *work(void *unused)
{
    (void)unused;
    for (size_t job; (job = atomic_fetch_add(&next, 1)) < text_count + file_count;) {
        const struct file *file = job < text_count ? NULL : &files[job - text_count];
        if (file)
            put(file->path, file->bytes, file->len);
        else
            convert(job);
    }
    return NULL;
}

static void make_folders(void)
{
    mkdir(output, 0777);
    for (size_t i = 0; i < folder_count; i++) {
        char path[PATH_SIZE];
        snprintf(path, sizeof path, "%s/%s", output, folders[i]);
        mkdir(path, 0777);
    }
}

static void run(const char *content)
{
    pthread_t other;
    make_folders();
    nftw(content, visit_text, 16, FTW_PHYS);
    pthread_create(&other, NULL, work, NULL);
    work(NULL);
    pthread_join(other, NULL);
}

static void store(void)
{
    int folder = open(output, O_RDONLY | O_DIRECTORY);
    if (folder < 0 || syncfs(folder) != 0)
        fail(output);
    close(folder);
}

/* ---- what it took ---- */

struct clocks {
    double wall, user, system;
};

static struct clocks read_clocks(void)
{
    struct timespec now;
    struct rusage used;
    clock_gettime(CLOCK_MONOTONIC, &now);
    getrusage(RUSAGE_SELF, &used);
    return (struct clocks){(double)now.tv_sec + (double)now.tv_nsec / 1e9,
                           (double)used.ru_utime.tv_sec + (double)used.ru_utime.tv_usec / 1e6,
                           (double)used.ru_stime.tv_sec + (double)used.ru_stime.tv_usec / 1e6};
}

int main(int argc, char **argv)
{
    if (argc < 3 || argc > 5)
        return 2;
    output = argv[2];
    if (argc > 3) {
        site_len = strlen(argv[3]) + 1;
        nftw(argv[3], visit_site, 16, FTW_PHYS);
    }
    struct clocks start = read_clocks();
    run(argv[1]);
    if (argc > 4)
        store();
    struct clocks end = read_clocks();
    if (argc > 3)
        printf("%.6f %.6f %.6f\n", end.wall - start.wall, end.user - start.user,
               end.system - start.system);
    return 0;
}
