import { routes } from '../../../clinic/http-call.ts';
import { goodIcon, respondPicture } from '../../../clinic/icon.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../lib/kernel/json.ts';
import { blue, guess, host, sites, url, type IconRow } from './icon-row.ts';

/** What else stands in the way of an icon, or beside it. */
export const others: readonly IconRow[] = [
  {
    name: 'icons that the server names',
    start: async (rig) => {
      const data = `data:image/png;base64,${goodIcon(64).toString('base64')}`;
      const icons = [{ src: data, mimeType: 'image/png' }, { src: `https://${host}/own.png` }];
      const mcp = rig.mcp({ change: (reply) => withIcons(reply, icons) });
      return sites(rig, {
        '/mcp': mcp,
        '/own.png': respondPicture(goodIcon(48, blue)),
        '/favicon.ico': respondPicture(goodIcon()),
      });
    },
    ...guess,
    picture: 'favicon.ico png',
    codes: ['icon.server-icons'],
    also: ({ server }) => ({ kept: server.map(({ picture, width }) => [picture !== null, width]) }),
    seen: {
      kept: [
        [true, 64],
        [true, 48],
      ],
    },
  },
  {
    name: 'a connector on this machine',
    start: async (rig) => {
      await rig.host('localhost', routes({ '/mcp': rig.mcp() }), { tls: 'plain', port: 4101, icon: false });
      return 'http://localhost:4101/mcp';
    },
    flags: { local: true, resolver: false },
    shown: 'unknown',
    because: 'no-public-name',
    domain: null,
    picture: null,
    codes: [],
  },
  {
    name: 'a connector that is not there',
    start: async (rig) => {
      await rig.dead(host);
      return url;
    },
    shown: 'unknown',
    because: 'not-seen',
    domain: null,
    picture: null,
    codes: [],
  },
];

function withIcons(reply: JsonObject, icons: readonly Json[]): JsonObject {
  const result = reply['result'];
  if (!isJsonObject(result) || !isJsonObject(result['serverInfo'])) return reply;
  return { ...reply, result: { ...result, serverInfo: { ...result['serverInfo'], icons } } };
}
