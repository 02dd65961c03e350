#include "pages/pages.h"

#include "pages/body.h"
#include "pages/citation.h"
#include "pages/data_files.h"
#include "pages/form.h"
#include "pages/linked.h"
#include "pages/page_maker.h"
#include "plan/paths.h"

const char text_page_shape[] = "@common summary body:html form{@form} data{@data} cited{@cited}";

void text_page_add(struct plan *plan)
{
    const struct collection *collection = plan->collection;
    for (size_t i = 0; i < collection->pages.len; i++) {
        const struct text_page *page = &collection->pages.items[i];
        plan_add(plan, (struct output){.path = plan_text_page_path(&plan->arena, page),
                                       .text_page = page,
                                       .document = page->document,
                                       .language = page->language,
                                       .origin = plan_document_span(page->document)});
    }
}

void text_page_make(struct page_maker *maker)
{
    const struct text_page *subject = maker->output->text_page;
    page_title(maker, subject->title, subject->summary);
    page_text(maker, STR("summary"), subject->summary);
    page_put(maker, STR("body"),
             body_value(maker->arena, maker->view->plan, maker->root, subject->document));
    citation_put_page(maker, subject);
    page_edit_url(maker, subject->document);
    if (str_eq(subject->document->slug, maker->view->collection->kind.form))
        page_put(maker, STR("form"), form_view(maker->arena, maker->view, maker->tongue));
    if (!str_eq(subject->document->slug, maker->view->collection->kind.data)) {
        linked_page(maker);
        return;
    }
    page_put(maker, STR("data"), data_view(maker->arena, maker->view, maker->tongue));
    linked_data(maker);
}

struct str text_page_title(const struct page_maker *maker, const struct output *output)
{
    (void)maker;
    return output->text_page->title;
}
