import type { GuideId } from '../../guides/guide-id.ts';
import type { Wordings } from '../wording.ts';

/** Of the guides for who runs a server, or brings one of their own. */
export const guidesForServersWordings = {
  'claude-code': {
    en: [
      'claude code does not show my connector',
      'connector missing in claude code',
      'claude mcp list is empty',
      'sign in to a connector in claude code',
      'claude code needs authentication',
    ],
    de: ['claude code zeigt meinen connector nicht', 'connector fehlt in claude code'],
  },
  'local-server': {
    en: [
      'server on my own computer',
      'run an mcp server locally',
      'npx or uvx command',
      'localhost address as a connector',
      'install a desktop extension',
      'claude_desktop_config',
      'python script as an mcp server',
      'docker container as a connector',
    ],
    de: ['server auf dem eigenen rechner', 'lokalen mcp server einrichten', 'localhost als connector'],
  },
  'private-host': {
    en: [
      'server in a private network',
      'server behind a vpn',
      'internal server of our company',
      'make my home server reachable',
      'tunnel to a private server',
      'cloudflare tunnel or ngrok',
      'claude cannot reach an intranet address',
      'nas or raspberry pi at home',
    ],
    de: ['server im privaten netz', 'server hinter einem vpn', 'tunnel zu einem internen server'],
  },
  firewall: {
    en: [
      'let claude through the firewall',
      'firewall blocks claude',
      'cloudflare blocks the requests',
      'waf answers 403',
      'bot protection stops claude',
      'captcha in front of the server',
      'create a rule that lets anthropic in',
    ],
    de: ['firewall sperrt claude', 'cloudflare blockiert claude', 'regel in der firewall anlegen'],
  },
  'slow-or-large-results': {
    en: [
      'connector is very slow',
      'tool runs into a timeout',
      'results are cut off',
      'make my tool faster',
      'reduce the size of results',
      'paginate large results',
    ],
    de: ['connector ist langsam', 'ergebnisse werden abgeschnitten', 'tool läuft in ein zeitlimit'],
  },
  'icon-not-shown': {
    en: [
      'icon of my connector is missing',
      'globe in place of our logo',
      'letter instead of an icon',
      'logo does not appear',
      'blurry icon',
    ],
    de: ['symbol wird nicht angezeigt', 'weltkugel statt logo', 'logo fehlt'],
  },
  'change-url-or-credentials': {
    en: [
      'change the url of a connector',
      'server has a new address',
      'edit a connector',
      'update the client secret',
      'rotate the api key',
      'I entered a wrong address',
      'rename a connector',
      'our server moved',
      'new domain for the server',
    ],
    de: ['adresse eines connectors ändern', 'neues client secret eintragen', 'falsche adresse eingegeben'],
  },
} as const satisfies Partial<Record<GuideId, Wordings>>;
