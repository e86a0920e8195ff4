import { say } from '../../i18n/say.ts';
import type { ConnectorPreview, GoogleIcon, IconPreview, SiteIcon } from '../preview.ts';

/** Which picture Claude would show of a custom connector, and why, in a sentence or two. */
export function whyWords({ shown, because, domain }: IconPreview['custom']): string {
  const name = domain ?? '';
  switch (because) {
    case 'google-answered':
      return shown === 'globe'
        ? say(
            'For a custom connector Claude asks Google’s favicon service for {domain}. Google knows no icon there, so people see a globe or a letter.',
            { domain: name },
          )
        : say(
            'For a custom connector Claude asks Google’s favicon service for {domain}, and this is what Google answers.',
            { domain: name },
          );
    case 'registry':
      return say(
        'Claude asks Google’s favicon service for the last two parts of the host’s name alone. Here they are {domain}, which belongs to a registry: people may see its icon, or none.',
        { domain: name },
      );
    case 'platform':
      return say(
        'Claude asks Google’s favicon service for the last two parts of the host’s name alone. Here they are {domain}, which belongs to the hosting platform: people may see its icon, or none.',
        { domain: name },
      );
    case 'google-not-asked':
      return notAsked(shown, name);
    case 'google-unreachable':
      return shown === 'guessed'
        ? say(
            'Google’s favicon service gave no answer for {domain}, so this is a guess: the best icon that the site itself has.',
            { domain: name },
          )
        : say('Google’s favicon service gave no answer for {domain}, so what Claude shows is not known.', {
            domain: name,
          });
    case 'no-public-name':
      return say(
        'This address has no public name, and no service keeps an icon for it: people see a globe or a letter.',
      );
    case 'not-seen':
      return say('The connector was not reached, so no icon was looked for.');
  }
}

function notAsked(shown: IconPreview['custom']['shown'], domain: string): string {
  return shown === 'guessed'
    ? say(
        'Claude takes what Google’s favicon service has for {domain}. Google was not asked, so this is a guess: the best icon that the site itself has.',
        { domain },
      )
    : say(
        'Claude takes what Google’s favicon service has for {domain}. Google was not asked, and the site itself shows no icon, so what people see is not known.',
        { domain },
      );
}

/** What stands at the place of the picture that an author hands in with a listing. */
export function standInWords({ icon }: Pick<ConnectorPreview, 'icon'>): string {
  return icon.directory.picture === null
    ? say('The icon of a listing is the picture that you upload with it. A letter stands in for it here.')
    : say(
        'The icon of a listing is the picture that you upload with it. One that was seen of the connector stands in for it here.',
      );
}

/** What came of one question to Google. */
export function googleWords({ size, status, width, height, isGlobe, isSmaller }: GoogleIcon): string {
  if (isGlobe) return say('a globe');
  if (status === null) return say('no answer');
  if (width === null || height === null) return say('HTTP status {status}', { status });
  if (isSmaller) return say('came as {width} × {height}', { width, height });
  return width === size && height === size ? say('as asked') : say('came as {width} × {height}', { width, height });
}

/** Where an icon was named. */
export function placeWords(from: SiteIcon['from']): string {
  if (from === 'favicon.ico') return say('the usual place');
  if (from === 'link') return say('named in the page');
  return from === 'manifest' ? say('named in the app manifest') : say('named by the server');
}

/** What came of an icon: its kind and size, or why there is none. */
export function outcomeWords({ type, width, height, status, refused, url }: SiteIcon): string {
  if (type !== null) {
    const kind = type.toUpperCase();
    return width === null || height === null
      ? say('{kind}, fits any size', { kind })
      : say('{kind}, {width} × {height} pixels', { kind, width, height });
  }
  if (refused === 'private-address') return say('not asked: a private address');
  if (refused === 'not-https') return say('not asked: neither https nor data');
  if (refused !== null) return say('not asked: no address');
  if (status === null) return /^data:/i.test(url) ? say('no picture') : say('no answer');
  return status >= 300 ? say('HTTP status {status}', { status }) : say('no picture');
}
