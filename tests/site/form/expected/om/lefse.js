(self.samling_entries ||= {})["lefse"] = {
"path":"content/recipes/bakst/lefse.md",
"fields":[
["title","Tynne lefser","title: Tynne lefser\n"],
["summary","Lefser til å legge i fryseren, to i slengen.","summary: Lefser til å legge i fryseren, to i slengen.\n"],
["type","fest","type: fest\n"],
["ingredients",["mel"],"ingredients: [mel]\n"]
],
"comments":false,
"body":"\nKna deigen kald, og kjevle tynt. Bruk [mel](../../ingredients/mel.md) på bordet.\n"
};
