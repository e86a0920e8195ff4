import { encode } from 'fast-png';
import type { JsonObject } from '../../../../lib/kernel/json.ts';
import { makeZip, type Packed } from '../../../support/make-zip.ts';

/** A manifest with nothing wrong, of any version from 0.2 on. */
export function manifest(rest: JsonObject = {}): JsonObject {
  return {
    manifest_version: '0.3',
    name: 'weather',
    version: '1.2.0',
    description: 'Tells the weather.',
    author: { name: 'Acme' },
    icon: 'icon.png',
    server: {
      type: 'node',
      entry_point: 'server/index.js',
      mcp_config: { command: 'node', args: ['${__dirname}/server/index.js'] },
    },
    tools: [{ name: 'get_forecast', description: 'Forecast for a place' }],
    privacy_policies: ['https://acme.example/privacy'],
    ...rest,
  };
}

export const readme = '# Weather\n\n## Privacy Policy\n\nSee https://acme.example/privacy.\n';

export const source = `server.registerTool('get_forecast', { annotations: { readOnlyHint: true } }, forecast);\n`;

/** A picture of so many pixels. */
export function png(width: number, height = width): Uint8Array {
  return encode({ width, height, data: new Uint8Array(width * height * 4).fill(200), channels: 4 });
}

const icon = png(256);

/** Names of members with what is in them; null takes one of the usual ones away. */
export type Contents = Readonly<Record<string, string | Uint8Array | null>>;

/** The files of a bundle with nothing wrong, changed. */
export function files(changed: Contents = {}): readonly Packed[] {
  const usual: Contents = {
    'manifest.json': JSON.stringify(manifest(), null, 2),
    'server/index.js': source,
    'README.md': readme,
    'icon.png': icon,
  };
  return Object.entries({ ...usual, ...changed }).flatMap(([name, bytes]) => (bytes === null ? [] : [{ name, bytes }]));
}

/** An archive of them, and of more members as they are told. */
export function bundle(changed: Contents = {}, ...more: readonly Packed[]): Uint8Array<ArrayBuffer> {
  return makeZip([...files(changed), ...more]);
}

/** The same with another manifest. */
export function bundleWith(rest: JsonObject, changed: Contents = {}): Uint8Array<ArrayBuffer> {
  return bundle({ 'manifest.json': JSON.stringify(manifest(rest), null, 2), ...changed });
}
