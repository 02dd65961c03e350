#ifndef DATA_SECURITY_TXT_H
#define DATA_SECURITY_TXT_H

#include "base/buf.h"
#include "plan/plan.h"

/*
 * security.txt (RFC 9116): whom to tell of a hole in the site's security, if the settings say it.
 * It says until when it holds; collection/dates.h tells when that is near, and nothing here
 * depends on the day. Like robots.txt it is asked for at the top of a host only.
 */
void security_txt_add(struct plan *plan);
void security_txt_put(struct buf *out, const struct output *output, const struct plan *plan,
                      struct arena *scratch);

#endif
