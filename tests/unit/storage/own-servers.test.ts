import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.stubGlobal('browser', fakeBrowser);
const { dropOwnServers, readOwnServers, watchOwnServers, writeOwnServer } =
  await import('../../../lib/storage/own-servers.ts');

beforeEach(() => fakeBrowser.reset());

describe('the servers that the person runs', () => {
  it('are none until they are told, and none again when taken back', async () => {
    expect(await readOwnServers()).toEqual([]);
    await writeOwnServer('mcp.acme.dev', true);
    await writeOwnServer('localhost:3000', true);
    await writeOwnServer('mcp.acme.dev', true);
    expect(await readOwnServers()).toEqual(['mcp.acme.dev', 'localhost:3000']);
    await writeOwnServer('mcp.acme.dev', false);
    expect(await readOwnServers()).toEqual(['localhost:3000']);
    await dropOwnServers();
    expect(await readOwnServers()).toEqual([]);
  });

  it('are at most 50, the oldest forgotten first', async () => {
    for (let index = 0; index < 60; index += 1) await writeOwnServer(`s${index}.acme.dev`, true);
    const hosts = await readOwnServers();
    expect(hosts).toHaveLength(50);
    expect([hosts[0], hosts.at(-1)]).toEqual(['s59.acme.dev', 's10.acme.dev']);
  });

  it('are told to whoever watches, until they stop', async () => {
    const seen: number[] = [];
    const stop = watchOwnServers((hosts) => seen.push(hosts.length));
    await writeOwnServer('mcp.acme.dev', true);
    await fakeBrowser.storage.local.set({ other: 1 });
    await vi.waitFor(() => expect(seen).toEqual([1]));
    stop();
    await dropOwnServers();
    expect(seen).toEqual([1]);
  });

  it('are hosts and few, whatever is stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (stored) => {
        await fakeBrowser.storage.local.set({ 'own-servers': stored });
        const hosts = await readOwnServers();
        expect(hosts.length).toBeLessThanOrEqual(50);
        expect(hosts.every((host) => typeof host === 'string' && host.length <= 260)).toBe(true);
      }),
    );
  });
});
