(self.samling_entries ||= {})["eplekake"] = {
"path":"content/recipes/bakst/eplekake.md",
"fields":[
["title","Eplekake med fløte","title: Eplekake med fløte\n"],
["summary","En kake av sure epler, som blir bedre dagen etter.","summary: En kake av sure epler, som blir bedre dagen etter.\n"],
["type","fest","type: fest\n"],
["ingredients",["mel","eple"],"ingredients: [mel, eple]\n"],
["tools",["ovn"],"tools: [ovn]\n"],
["years",[1999,2024],"years: [1999, 2024]\n"],
["portions",12,"portions: 12\n"],
["price",89.50,"price: 89.50\n"],
["vegetarian",true,"vegetarian: true\n"],
["code","EK1","code: EK1\n"],
["contact","kake@example.no","contact: kake@example.no\n"],
["links",[{"title":"Mer om epler","url":"https://www.example.no/epler.pdf?utgave=2"}],"links:\n  - { title: Mer om epler, url: \"https://www.example.no/epler.pdf?utgave=2\" }\n"],
["source",{"document":"Mormors perm","page":3},"source: { document: Mormors perm, page: 3 }\n"],
["related",["lefse"],"related: [lefse]\n"],
["order",1,"order: 1\n"],
["updated","2024-04","updated: 2024-04\n"],
["tested","2024-04-17","tested: 2024-04-17\n"]
],
"comments":false,
"body":"\nPisk egg og sukker, og vend inn melet.\n\n## Steking\n\nStek kaken midt i ovnen. Se også [lefsene](lefse.md) og [suppen](../supper/flotesuppe.md).\n"
};
