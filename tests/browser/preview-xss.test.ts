import { createServer } from 'node:http';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { overPhases } from '../../clinic/browser/desk.ts';
import { listen, type Listener } from '../../clinic/front.ts';
import { respond, respondHtml, routes } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import type { JsonObject } from '../../lib/kernel/json.ts';
import { defaultChoices } from '../../lib/runs/run-choices.ts';
import { hostilePicture, scriptPayloads, type ScriptPayload } from '../support/script-payloads.ts';
import { startRunRig, type RunRig } from './runs-support.ts';

/** As many tools, in two groups, as stand there without being asked for more. */
const batchSize = 48;

let rig: RunRig;
let counter: Listener;
let payloads: readonly ScriptPayload[];
let page: Page;
/** Everything that something on the page did: calls, requests, dialogs, ways out, and what only the page’s own policy held back. */
let deeds: string[] = [];

beforeAll(async () => {
  rig = await startRunRig();
  counter = await listen(
    createServer((request, response) => {
      deeds.push(`asked ${request.url ?? ''}`);
      response.end();
    }),
  );
  payloads = scriptPayloads(`http://127.0.0.1:${String(counter.port)}`);
});

afterAll(async () => {
  await rig.close();
  await counter.close();
});

beforeEach(() => {
  deeds = [];
});

/** A real check of a server that says these payloads wherever it can say something; the page shows its preview. */
async function openPreview(batch: readonly ScriptPayload[]): Promise<void> {
  const desk = await rig.play(async (stage) => {
    const svg = Buffer.from(hostilePicture(joined(batch)), 'base64').toString();
    const icon = respond(200, { 'content-type': 'image/svg+xml' }, svg);
    const site = '<title>Acme</title><link rel="icon" href="/icon.svg"><link rel="icon" href="/other.svg">';
    await stage.host(
      'mcp.acme.dev',
      routes({
        '/mcp': mcpServer({ tools: batch.map(toolOf), change: (reply) => introduced(reply, batch) }),
        '/': respondHtml(200, site),
        '/icon.svg': icon,
        '/other.svg': icon,
        '/favicon.ico': icon,
      }),
      { icon: false },
    );
  });
  const choices = { ...defaultChoices, plans: ['walk', 'side'] as const };
  const runId = await desk.start({ text: 'https://mcp.acme.dev/mcp', choices });
  await desk.until(runId, overPhases);
  page = await watched(`doctor.html#run=${runId}&tab=preview`);
  await page.getByRole('heading', { name: 'Install link' }).waitFor();
  await page.getByRole('radio', { name: 'Directory listing' }).check();
  await page.getByRole('radio', { name: 'Both' }).check();
}

async function watched(path: string): Promise<Page> {
  const opened = await rig.browser().context.newPage();
  await opened.exposeFunction('hit', (number: number) => deeds.push(`ran ${String(number)}`));
  await opened.exposeFunction('heldBack', (what: string) => deeds.push(`held back ${what}`));
  await opened.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (globalThis as unknown as { heldBack(what: string): void }).heldBack(
        `${event.violatedDirective} ${event.sample}`,
      );
    });
  });
  opened.on('dialog', (dialog) => {
    deeds.push('dialog');
    void dialog.dismiss();
  });
  opened.on('popup', () => deeds.push('popup'));
  opened.on('framenavigated', (frame) => {
    if (!frame.url().startsWith(`${rig.browser().origin}/doctor.html`)) deeds.push(`went to ${frame.url()}`);
  });
  opened.on('request', (request) => {
    if (!/^(?:chrome-extension|data|blob):/.test(request.url())) deeds.push(`requested ${request.url()}`);
  });
  await opened.goto(`${rig.browser().origin}/${path}`);
  return opened;
}

function toolOf({ text }: ScriptPayload, index: number): JsonObject {
  return {
    name: text,
    title: text,
    description: text,
    inputSchema: { type: 'object', properties: { [text]: { type: 'string', description: text } } },
    ...(index % 2 === 0 && { annotations: { readOnlyHint: true, destructiveHint: false, title: text } }),
  };
}

/** The server’s own words and icons; they stand in the reply to `initialize`. */
function introduced(reply: JsonObject, batch: readonly ScriptPayload[]): JsonObject {
  const { result } = reply;
  if (typeof result !== 'object' || result === null || !('serverInfo' in result)) return reply;
  const [first, second] = batch;
  const serverInfo = {
    name: first?.text ?? '',
    title: second?.text ?? '',
    version: first?.text ?? '',
    description: joined(batch).text,
    icons: batch
      .slice(0, 3)
      .map((payload) => ({ src: `data:image/svg+xml;base64,${hostilePicture(payload)}`, mimeType: payload.text })),
  };
  return { ...reply, result: { ...result, serverInfo, instructions: joined(batch).text } };
}

function joined(batch: readonly ScriptPayload[]): ScriptPayload {
  return { id: 'batch', text: batch.map(({ text }) => text).join('\n\n') };
}

/** Opens, points at and focuses what there is; answers with what no text of others may become. */
function touchEverything(): Promise<readonly string[]> {
  return page.evaluate(async () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    for (const element of document.querySelectorAll<HTMLElement>('#root *')) {
      for (const name of ['mouseover', 'focus', 'animationstart', 'toggle']) element.dispatchEvent(new Event(name));
    }
    await frame();
    const elements = [...document.querySelectorAll('*')];
    const strange =
      'script:not([type=module][src^="/"]), iframe, object, embed, base, form, math, video, audio, meta[http-equiv], style';
    return elements.flatMap((element) => [
      ...(element.matches(strange) ? [element.outerHTML.slice(0, 200)] : []),
      ...[...element.attributes]
        .filter(({ name, value }) => {
          if (name.startsWith('on') || name === 'srcdoc' || name === 'srcset') return true;
          if (name === 'src') return !/^(?:data:image\/|\/)/.test(value);
          return (
            name === 'href' && !/^(?:https:\/\/|mailto:|#|\/|chrome-extension:\/\/[a-p]+\/options\.html)/.test(value)
          );
        })
        .map(({ name, value }) => `${element.tagName} ${name}=${value.slice(0, 200)}`),
    ]);
  });
}

async function expectNothing(what: string): Promise<void> {
  expect({ what, strange: await touchEverything(), deeds }).toEqual({ what, strange: [], deeds: [] });
}

describe('the preview on the doctor page', () => {
  it('runs and loads nothing that a server says of itself, its tools and its icons', async () => {
    for (let at = 0; at < payloads.length; at += batchSize) {
      const batch = payloads.slice(at, at + batchSize);
      await openPreview(batch);
      await expectNothing(`payloads from ${String(at)} on`);
      await page.close();
    }
    expect(payloads.length).toBeGreaterThan(100);
  }, 60_000);

  it('runs and loads nothing that is typed', async () => {
    await openPreview(payloads.slice(0, 1));
    const name = page.getByLabel('Name', { exact: true });
    const tagline = page.getByLabel('One-liner', { exact: true });
    const description = page.getByLabel('Written, in Markdown');
    const shown = page.getByRole('region', { name: 'The description as it is shown' });
    for (let at = 0; at < payloads.length; at += 3) {
      const [first, second, ...others] = payloads.slice(at, at + 3);
      const mark = `No. ${String(at)}.`;
      await name.fill(first?.text ?? '');
      await tagline.fill(second?.text ?? others[0]?.text ?? '');
      await description.fill(`${mark}\n\n${joined(payloads.slice(at, at + 3)).text}`);
      await shown.getByText(mark).first().waitFor();
      await expectNothing(first?.id ?? '');
    }
  }, 60_000);

  it('runs and loads nothing of a picture that is dropped', async () => {
    const field = page.getByLabel('Another picture for the icon');
    await field.waitFor({ state: 'attached' });
    for (const [index, payload] of payloads.entries()) {
      const name = `${String(index)} ${payload.text.replaceAll('/', '')}.svg`;
      await field.setInputFiles({
        name,
        mimeType: 'image/svg+xml',
        buffer: Buffer.from(hostilePicture(payload), 'base64'),
      });
      if (index % 8 === 7) await expectNothing(payload.id);
    }
    await expectNothing('the last pictures');
  }, 60_000);

  it('shows the draft in the checklist without running it', async () => {
    await page.getByRole('tab', { name: 'Readiness' }).click();
    await page.getByRole('heading', { name: 'Ready for the directory?' }).waitFor();
    await expectNothing('readiness');
  });

  it('would have told, if something had run, asked or gone elsewhere', async () => {
    const beacon = `http://127.0.0.1:${String(counter.port)}/hit`;
    await page.evaluate(async (url) => {
      (globalThis as unknown as { hit(number: number): void }).hit(-1);
      await fetch(url, { mode: 'no-cors' });
      const image = document.createElement('img');
      image.src = url;
      image.setAttribute('onerror', 'hit(-2)');
      document.body.append(image);
    }, beacon);
    await expect.poll(() => deeds).toEqual(expect.arrayContaining(['ran -1', 'asked /hit', `requested ${beacon}`]));
    await expect.poll(() => deeds.some((deed) => deed.startsWith('held back img-src'))).toBe(true);
    expect((await touchEverything()).length).toBeGreaterThan(1);
  });
});
