import type { CodeOf, PhrasesOf } from './phrases.ts';

/** What people see beside the connector’s name. */
export const iconPhrases: PhrasesOf<CodeOf<'icon'>> = {
  'icon.google-default': {
    passed: 'Google’s favicon service has an icon for the site',
    question: 'whether Google’s favicon service has an icon for the site',
  },
  'icon.google-missing-size': {
    passed: 'Google’s icons were as large as they were asked for',
    question: 'whether Google has the icon in every size',
  },
  'icon.google-stale': {
    passed: 'Google’s icon looks like one of the site’s own',
    question: 'whether Google’s icon looks like the site’s own',
  },
  'icon.google-unreachable': {
    passed: 'Google’s favicon service answered',
    question: 'whether Google’s favicon service answers',
  },
  'icon.site-missing': {
    passed: 'The site has an icon',
    question: 'whether the site has an icon',
  },
  'icon.only-on-parent-domain': {
    passed: 'The icon is not on the domain above alone',
    question: 'whether the icon is on the domain above alone',
  },
  'icon.not-square': {
    passed: 'No icon that was found is out of square',
    question: 'whether the icon is square',
  },
  'icon.low-resolution': {
    passed: 'An icon is there for 64 pixels and more',
    question: 'whether an icon has 64 pixels or more',
  },
  'icon.server-icons': {
    passed: 'The server names no icons of its own',
    question: 'whether the server names icons of its own',
  },
  'icon.public-suffix': {
    passed: 'The domain asked for the icon is no shared one (public suffix)',
    question: 'whether the icon is asked for at a shared domain (public suffix)',
  },
  'icon.server-icon-broken': {
    passed: 'Every icon of the server’s own that was looked at loads',
    question: 'whether the icons that the server names can be shown',
  },
  'icon.low-contrast': {
    passed: 'The icon does not vanish on a light or a dark background',
    question: 'whether the icon vanishes on a light or a dark background',
  },
};
