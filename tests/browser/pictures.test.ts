import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overPhases } from '../../clinic/browser/desk.ts';
import { routes, type Handler } from '../../clinic/http-call.ts';
import { goodIcon, respondPicture } from '../../clinic/icon.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import type { Stage } from '../../clinic/stage.ts';
import type { SeenPicture } from '../../lib/kernel/picture.ts';
import { iconPreview } from '../../lib/preview/icons/icon-preview.ts';
import { startRunRig, type RunDesk, type RunRig } from './runs-support.ts';

const acme = 'https://mcp.acme.dev/mcp';
const icon = goodIcon();

let rig: RunRig;
beforeAll(async () => {
  rig = await startRunRig();
});
afterAll(() => rig.close());

const serving =
  (pages: Readonly<Record<string, Handler>> = {}) =>
  (stage: Stage) =>
    stage.host('mcp.acme.dev', routes({ '/mcp': mcpServer(), '/favicon.ico': respondPicture(icon), ...pages }), {
      icon: false,
    });

async function checked(desk: RunDesk): Promise<string> {
  const runId = await desk.start({ text: acme });
  expect(await desk.until(runId, overPhases)).toMatchObject({ phase: 'complete' });
  return runId;
}

describe('the pictures that a check saw', () => {
  it('are kept beside its report, whole, and lead to the icon', async () => {
    const desk = await rig.play(serving());
    const runId = await checked(desk);
    const pictures = await desk.page.evaluate(picturesOf, runId);
    expect(pictures).toEqual([
      { url: 'https://mcp.acme.dev/favicon.ico', from: 'favicon.ico', type: 'png', base64: icon.toString('base64') },
    ]);
    const report = await desk.report(runId);
    expect(JSON.stringify(report)).not.toContain(icon.toString('base64').slice(0, 60));
    expect(report && iconPreview(report, pictures).custom).toMatchObject({ shown: 'guessed', picture: 0 });
  });

  it('go with their check, and with everything', async () => {
    const desk = await rig.play(serving());
    const [one, other] = [await checked(desk), await checked(desk)];
    await desk.send('forgetRun', { runId: one });
    expect(await desk.page.evaluate(picturesOf, one)).toEqual([]);
    expect(await desk.page.evaluate(picturesOf, other)).toHaveLength(1);
    await desk.send('forgetEverything', {});
    expect(await desk.page.evaluate(picturesOf, other)).toEqual([]);
  });

  it('go when their check is one too many', async () => {
    const desk = await rig.play(serving());
    await desk.set({ keepReports: 1 });
    const oldest = await checked(desk);
    expect(await desk.page.evaluate(picturesOf, oldest)).toHaveLength(1);
    const newest = await checked(desk);
    await expect.poll(() => desk.page.evaluate(picturesOf, oldest)).toEqual([]);
    expect(await desk.page.evaluate(picturesOf, newest)).toHaveLength(1);
    await desk.set({ keepReports: 50 });
  });

  it('are none where the site has none', async () => {
    const desk = await rig.play((stage) =>
      stage.host('mcp.acme.dev', routes({ '/mcp': mcpServer() }), { icon: false }),
    );
    expect(await desk.page.evaluate(picturesOf, await checked(desk))).toEqual([]);
  });
});

describe('the store of an earlier version', () => {
  it('keeps what is in it, and takes pictures from then on', async () => {
    const desk = await rig.play(serving());
    const before = await checked(desk);
    const report = await desk.report(before);
    if (report === null) throw new Error('nothing was kept');
    await desk.page.evaluate(useFirstStore, { id: before, text: JSON.stringify(report) });
    expect(await desk.report(before)).toEqual(report);
    const after = await checked(desk);
    expect(await desk.page.evaluate(picturesOf, after)).toHaveLength(1);
    expect(await desk.report(before)).toEqual(report);
    expect(await desk.page.evaluate(picturesOf, before)).toEqual([]);
    await desk.send('forgetEverything', {});
    expect(await desk.report(before)).toBeNull();
  });
});

function picturesOf(runId: string): Promise<readonly SeenPicture[]> {
  return new Promise((settle, refuse) => {
    const opening = indexedDB.open('connector-doctor');
    opening.onerror = () => refuse(new Error('not opened'));
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction('pictures').objectStore('pictures').get(runId);
      reading.onsuccess = () => {
        database.close();
        settle((reading.result as readonly SeenPicture[] | undefined) ?? []);
      };
    };
  });
}

/** Replaces the store by one as the first version made it, with a report in it. */
function useFirstStore({ id, text }: { readonly id: string; readonly text: string }): Promise<void> {
  return new Promise((settle, refuse) => {
    const deleting = indexedDB.deleteDatabase('connector-doctor');
    deleting.onerror = () => refuse(new Error('not deleted'));
    deleting.onsuccess = () => {
      const opening = indexedDB.open('connector-doctor', 1);
      opening.onerror = () => refuse(new Error('not opened'));
      opening.onupgradeneeded = () => {
        const database = opening.result;
        database.createObjectStore('entries', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
        database.createObjectStore('reports');
        database.createObjectStore('parts', { keyPath: ['runId', 'key'] });
      };
      opening.onsuccess = () => {
        const database = opening.result;
        const writing = database.transaction(['entries', 'reports'], 'readwrite');
        const createdAt = '2026-01-01T00:00:00.000Z';
        writing
          .objectStore('entries')
          .put({ id, url: null, host: null, createdAt, verdict: 'ready', headline: '', bytes: 1 });
        writing.objectStore('reports').put(JSON.parse(text) as unknown, id);
        writing.oncomplete = () => {
          database.close();
          settle();
        };
      };
    };
  });
}
