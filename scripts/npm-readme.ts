/**
 * The README of the npm package: the project's own without what concerns a clone of it.
 * Sections between `<!-- clone -->` and `<!-- /clone -->` are left out. Throws when there are none, since then the marks were lost.
 */
export function npmReadme(readme: string): string {
  const shortened = readme.replace(/<!-- clone -->[\s\S]*?<!-- \/clone -->\n*/g, '');
  if (shortened === readme) throw new Error('README.md has no part that is marked as concerning a clone');
  return shortened;
}
