(self.samling_compared ||= {})["eplekake"] = {
"title":"Eplekake med fløte",
"path":"oppskrifter/bakst/eplekake.html",
"values":[[{"text":"En kake av sure epler, som blir bedre dagen etter."}],[{"text":"Bakst","href":"kjokken/bakst.html"}],[{"text":"Fest","href":"anledning/fest.html"}],[{"text":"Mel","href":"ravare/mel.html"},{"text":"Eple","href":"ravare/eple.html"}],[{"text":"Ovn"}],[{"text":"1999","href":"ar/1999.html"},{"text":"2024","href":"ar/2024.html"}],[{"text":"12"}],[{"text":"89.50"}],[{"text":"ja"}],[{"text":"EK1"}],[{"text":"kake@example.no","href":"mailto:kake@example.no"}],[{"text":"Mormors perm, 3"}],[{"text":"april 2024","date":"2024-04"}],[{"text":"17. april 2024","date":"2024-04-17"}]]
};
(self.samling_compared ||= {})["lefse"] = {
"title":"Tynne lefser",
"path":"oppskrifter/bakst/lefse.html",
"values":[[{"text":"Lefser til å legge i fryseren, to i slengen."}],[{"text":"Bakst","href":"kjokken/bakst.html"}],[{"text":"Fest","href":"anledning/fest.html"}],[{"text":"Mel","href":"ravare/mel.html"}],[],[],[],[],[],[],[],[],[],[]]
};
(self.samling_compared ||= {})["flotesuppe"] = {
"title":"Fløtesuppe",
"path":"oppskrifter/supper/flotesuppe.html",
"values":[[{"text":"En mild suppe på ti minutter, god til lefse."}],[{"text":"Supper","href":"kjokken/supper.html"}],[{"text":"Hverdag","href":"anledning/hverdag.html"}],[{"text":"Fløte","href":"ravare/flote.html"},{"text":"Mel","href":"ravare/mel.html"}],[],[{"text":"2024","href":"ar/2024.html"}],[],[],[{"text":"nei"}],[],[],[],[{"text":"2024","date":"2024"}],[]]
};
