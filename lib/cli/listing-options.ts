import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { msg, say } from '../i18n/say.ts';
import { isJsonObject, type JsonObject } from '../kernel/json.ts';
import { emptyDraft, type ListingDraft, type ScreenshotFacts } from '../kernel/listing.ts';
import { wrap } from '../report/formats/layout.ts';
import { plainLine } from '../report/formats/plain.ts';
import { ok, problem, type Read } from './read.ts';
import { reasonOf } from './write-output.ts';

/** What an author tells of a listing, as it was typed. */
export interface RawListingOptions {
  readonly listing?: string;
  readonly name?: string;
  readonly tagline?: string;
  /** A file. */
  readonly description?: string;
  readonly category?: readonly string[];
  readonly privacyPolicy?: string;
  readonly documentation?: string;
  readonly support?: string;
  /** Files. */
  readonly screenshot?: readonly string[];
}

/** The options by which an author tells what the directory’s listing is to say. */
export function addListingOptions(command: Command): Command {
  return command
    .optionsGroup(msg('What the listing is to say:'))
    .option(say('--name <name>'), say('the connector’s name'))
    .option(say('--tagline <text>'), say('the one line below the name'))
    .option(say('--description <file>'), say('a file with the description in Markdown'))
    .option(say('--category <name>'), say('a category (repeatable)'), collect)
    .option(say('--documentation <url>'), say('the page of documentation'))
    .option(say('--privacy-policy <url>'), say('the privacy policy'))
    .option(say('--support <contact>'), say('an https or e-mail address for help'))
    .option(say('--screenshot <file>'), say('a picture of the interactive part (repeatable)'), collect)
    .option(say('--listing <file>'), say('all of it in a JSON file; the options above come before what stands there'))
    .addHelpText('after', fileWords());
}

function fileWords(): string {
  const words = say(
    'A file for --listing, of which every member may be left out; “confirmed” names rows of the checklist that you have ticked, as --format json calls them, and pictures are handed in by --screenshot:',
  );
  return ['', ...wrap(words, widest), ...exampleFile.split('\n').map((line) => `  ${line}`)].join('\n');
}

/** Columns, as for check. */
const widest = 128;

const exampleFile = `{
  "name": "Example Notes",
  "tagline": "Read and write the notes of your team.",
  "description": "Example Notes in Claude.\\n\\n## Examples\\n\\n- Find my drafts.",
  "categories": ["Productivity"],
  "documentationUrl": "https://example.com/docs",
  "privacyPolicyUrl": "https://example.com/privacy",
  "supportContact": "help@example.com",
  "confirmed": ["slug", "terms"]
}`;

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** Reads what was told, with its files; or says in one sentence what is wrong with it. What was not told is empty. */
export async function readListing(raw: RawListingOptions): Promise<Read<ListingDraft>> {
  const told = raw.listing === undefined ? ok(emptyDraft) : await readListingFile(raw.listing);
  if (!told.ok) return told;
  const description = raw.description === undefined ? ok(told.value.description) : await readText(raw.description);
  if (!description.ok) return description;
  const screenshots: ScreenshotFacts[] = [];
  for (const file of raw.screenshot ?? []) {
    const facts = await readScreenshot(file);
    if (!facts.ok) return facts;
    screenshots.push(facts.value);
  }
  const draft: ListingDraft = {
    ...told.value,
    name: raw.name ?? told.value.name,
    tagline: raw.tagline ?? told.value.tagline,
    description: description.value,
    categories: raw.category ?? told.value.categories,
    documentationUrl: raw.documentation ?? told.value.documentationUrl,
    privacyPolicyUrl: raw.privacyPolicy ?? told.value.privacyPolicyUrl,
    supportContact: raw.support ?? told.value.supportContact,
    screenshots: screenshots.length > 0 ? screenshots : told.value.screenshots,
  };
  return ok(draft);
}

/** True when nothing was told. */
export function isUntold(draft: ListingDraft): boolean {
  return Object.values(draft).every((member: string | readonly unknown[]) => member.length === 0);
}

/** Bytes of a text file, and of a picture. */
const most = { text: 1_000_000, picture: 50_000_000 } as const;

async function readBytes(file: string, limit: number): Promise<Read<Uint8Array<ArrayBuffer>>> {
  try {
    const { size } = await stat(file);
    if (size > limit) {
      return problem(say('{name} is larger than {limit} bytes.', { name: file, limit: limit.toLocaleString('en') }));
    }
    return ok(await readFile(file));
  } catch (error) {
    return problem(say('{name} cannot be read: {reason}.', { name: file, reason: reasonOf(error) }));
  }
}

async function readText(file: string): Promise<Read<string>> {
  const bytes = await readBytes(file, most.text);
  if (!bytes.ok) return bytes;
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch {
    return problem(say('{name} is no text in UTF-8.', { name: file }));
  }
}

async function readScreenshot(file: string): Promise<Read<ScreenshotFacts>> {
  const bytes = await readBytes(file, most.picture);
  if (!bytes.ok) return bytes;
  const { screenshotFacts } = await import('../preview/readiness/screenshot-facts.ts');
  return ok(await screenshotFacts(bytes.value, basename(file)));
}

async function readListingFile(file: string): Promise<Read<ListingDraft>> {
  const text = await readText(file);
  if (!text.ok) return text;
  const value = parsed(text.value.replace(/^\uFEFF/, ''));
  if (!isJsonObject(value)) {
    return problem(say('{name} is no listing: it has to hold one JSON object.', { name: file }));
  }
  const wrong = Object.keys(value).find((member) => !isAsItShouldBe(member, value));
  if (wrong === undefined) return ok(toldIn(value as unknown as Partial<ListingDraft>));
  const values = { name: file, member: plainLine(wrong, 60), known: Object.keys(emptyDraft).join(', ') };
  return problem(
    Object.hasOwn(emptyDraft, wrong)
      ? say('{name} is no listing: its member “{member}” is not what it should be.', values)
      : say('{name} is not understood: the member “{member}” is not known here. Known are {known}.', values),
  );
}

/** What a file tells of pictures nobody has looked at, whatever it says of that. */
function toldIn(listing: Partial<ListingDraft>): ListingDraft {
  const screenshots = (listing.screenshots ?? []).map(({ name, type, width, height, bytes }) => ({
    name,
    type,
    width,
    height,
    bytes,
  }));
  return { ...emptyDraft, ...listing, screenshots };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isAsItShouldBe(member: string, listing: JsonObject): boolean {
  if (!Object.hasOwn(emptyDraft, member)) return false;
  const value: unknown = listing[member];
  if (typeof emptyDraft[member as keyof ListingDraft] === 'string') return typeof value === 'string';
  if (!Array.isArray(value)) return false;
  return member === 'screenshots' ? value.every(isScreenshot) : value.every((each) => typeof each === 'string');
}

function isScreenshot(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { name, type, width, height, bytes } = value as { readonly [member: string]: unknown };
  const isTyped = type === null || typeof type === 'string';
  return typeof name === 'string' && isTyped && [width, height, bytes].every((each) => Number.isFinite(each));
}
