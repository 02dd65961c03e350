#ifndef SERVE_HTTP_RULES_H
#define SERVE_HTTP_RULES_H

#include <stdbool.h>

#include "base/str.h"

struct arena;

/*
 * Who is answered. The preview shows what is not published yet, and any page that the writer has
 * open in the same browser can send it requests: so it answers those of its own pages, and those
 * that somebody typed or followed to a page, and no others.
 *
 *     struct http_asked asked = {0};
 *     http_asked_field(&asked, name, value);              // each field of the header
 *     unsigned status = http_refusal(&asked, method, port);
 *     if (!status && !http_path(arena, target, &path))
 *         status = 400;
 *
 * - The method is GET or HEAD.
 * - `Host` stands there once, and is localhost, 127.0.0.1 or [::1] with our port: else a name that
 *   somebody else has in the DNS could be made to mean this machine (DNS rebinding).
 * - `Origin`, when sent, is `http://` and that host: `null` and other ports are refused.
 * - `Sec-Fetch-Site`, when sent, says that the request comes from our own pages or from none
 *   (W3C Fetch Metadata). A link on another site may be followed to a page of ours, but no page
 *   may be put inside another, nor any file be used there.
 * - There is no body. Fields that could announce one to somebody who reads differently from us
 *   are refused, too, as are names and values that RFC 9110 (5.1, 5.5) forbids.
 *
 * The strings are views, valid as long as what they were read from.
 */
struct http_asked {
    struct str host, origin, site, mode, dest;
    bool malformed; /* a field is doubled, or written as none may be */
    bool has_body;
};

void http_asked_field(struct http_asked *asked, struct str name, struct str value);

/* Returns 0, or the status with which a request is refused: 400, 403 or 405. */
unsigned http_refusal(const struct http_asked *asked, struct str method, unsigned port);

/*
 * Stores the path that a target asks for (RFC 9112, 3.2: without the query, as it was sent) in
 * *path, decoded, in the arena. False unless it is the one way to write it: it begins with `/`, has
 * no empty part but the last, no `.` and no `..`, no backslash, no control character, is valid
 * UTF-8, and neither `/` nor what would be decoded once more is encoded in it. What is no letter
 * of addresses is encoded.
 */
bool http_path(struct arena *arena, struct str target, struct str *path);

#endif
