/*
 * What the site in one file (onefile.js) does before anything is shown: it says that there are
 * scripts, and that its fonts, which it has in itself, are to be taken from the beginning.
 */
document.documentElement.classList.add('scripted');
for (const font of document.fonts) font.display = 'block';
