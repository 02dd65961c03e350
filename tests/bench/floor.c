/*
 * The floor: what any generator on cmark must do. Reads each Markdown file of
 * a folder, gives the body to cmark and writes one file an entry, on two
 * threads, with no checks, no pages but these, and no care.
 *
 *     floor CONTENT OUTPUT
 */
#include <cmark.h>
#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { FILES_MAX = 200000 };

static char *paths[FILES_MAX];
static size_t count;
static atomic_size_t next;
static const char *output;

static int visit(const char *path, const struct stat *info, int type, struct FTW *walk)
{
    (void)walk;
    size_t len = strlen(path);
    (void)info;
    if (type == FTW_F && len > 3 && strcmp(path + len - 3, ".md") == 0 && count < FILES_MAX)
        paths[count++] = strdup(path);
    return 0;
}

static void convert(size_t number)
{
    static _Thread_local char text[1 << 20];
    FILE *in = fopen(paths[number], "rb");
    if (!in)
        return;
    size_t len = fread(text, 1, sizeof text - 1, in);
    fclose(in);
    text[len] = '\0';
    char *end = strstr(text + 3, "\n---\n");
    char *body = end ? end + 5 : text;
    char *html = cmark_markdown_to_html(body, len - (size_t)(body - text), CMARK_OPT_DEFAULT);
    char name[4096];
    snprintf(name, sizeof name, "%s/%zu.html", output, number);
    FILE *out = fopen(name, "wb");
    if (out) {
        fwrite(html, 1, strlen(html), out);
        fclose(out);
    }
    free(html);
}

static void *work(void *unused)
{
    (void)unused;
    for (size_t number; (number = atomic_fetch_add(&next, 1)) < count;)
        convert(number);
    return NULL;
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    output = argv[2];
    mkdir(output, 0777);
    nftw(argv[1], visit, 16, FTW_PHYS);
    pthread_t other;
    pthread_create(&other, NULL, work, NULL);
    work(NULL);
    pthread_join(other, NULL);
    return 0;
}
