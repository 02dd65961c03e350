#include "writing/personal.h"

#include "writing/identity.h"
#include "writing/mail.h"
#include "writing/phone.h"
#include "writing/rules.h"

void personal_check(const struct source *source, struct diags *diags)
{
    mail_check(source, diags);
    phone_check(source, diags);
    identity_check(source, diags);
}

void personal_check_path(struct str path, struct span span, struct diags *diags)
{
    if (identity_is_in(path))
        writing_tell(diags, WRITING_NATIONAL_ID, span, NO_DETAIL);
}
