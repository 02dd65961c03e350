(self.samling_entries ||= {})["flotesuppe"] = {
"path":"content/recipes/supper/flotesuppe.md",
"fields":[
["title","Fløtesuppe","title: Fløtesuppe\n"],
["summary","En mild suppe på ti minutter, god til lefse.","summary: En mild suppe på ti minutter, god til lefse.\n"],
["type","hverdag","type: hverdag\n"],
["ingredients",["flote","mel"],"ingredients: [flote, mel]\n"],
["years",[2024],"years: [2024]\n"],
["vegetarian",false,"vegetarian: false\n"],
["updated","2024","updated: 2024\n"]
],
"comments":false,
"body":"\nRør ut melet, og kok opp. Server med [lefser](../bakst/lefse.md), eller\n[stek en kake](../bakst/eplekake.md#steking) til etterpå.\n"
};
