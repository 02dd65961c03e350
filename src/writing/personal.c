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
