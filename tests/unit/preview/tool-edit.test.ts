import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PreviewTool } from '../../../lib/preview/preview.ts';
import {
  editOf,
  guessedEffect,
  guessedTitle,
  isUnchanged,
  withGuesses,
  type ToolEffect,
} from '../../../lib/preview/tools/tool-edit.ts';

function tool(rest: Partial<PreviewTool> = {}): PreviewTool {
  return {
    name: 'get_thing',
    shownAs: 'get_thing',
    title: null,
    description: null,
    readOnly: null,
    destructive: null,
    idempotent: null,
    openWorld: null,
    estimatedTokens: 10,
    missing: [],
    ...rest,
  };
}

describe('what a tool says of itself', () => {
  it.each<[boolean | null, boolean | null, ToolEffect | null]>([
    [true, false, 'reads'],
    [true, null, 'reads'],
    [true, true, null],
    [false, true, 'destroys'],
    [false, false, 'adds'],
    [false, null, 'destroys'],
    [null, true, 'destroys'],
    [null, false, 'adds'],
    [null, null, null],
  ])('readOnlyHint %j and destructiveHint %j mean: %j', (readOnly, destructive, effect) => {
    expect(editOf(tool({ readOnly, destructive })).effect).toBe(effect);
  });

  it('is unchanged until a title or an effect differs', () => {
    const own = tool({ title: 'Thing' });
    expect(isUnchanged(editOf(own), own)).toBe(true);
    expect(isUnchanged({ ...editOf(own), title: 'Things' }, own)).toBe(false);
    expect(isUnchanged({ ...editOf(own), effect: 'adds' }, own)).toBe(false);
  });
});

describe('guesses', () => {
  it.each<[string, ToolEffect | undefined]>([
    ['get_invoice', 'reads'],
    ['acme_list_orders', 'reads'],
    ['createReport', 'adds'],
    ['send_mail', 'adds'],
    ['update_row', 'destroys'],
    ['delete_row', 'destroys'],
    ['upload_file', 'destroys'],
    ['create_report_preview', undefined],
    ['frobnicate', undefined],
    ['', undefined],
  ])('%j is guessed as %j', (name, effect) => {
    expect(guessedEffect(name)?.effect).toBe(effect);
  });

  it.each([
    ['search_invoices', 'Search invoices'],
    ['searchInvoices', 'Search invoices'],
    ['get-HTTPStatus', 'Get HTTP status'],
    ['API_KEY', 'API KEY'],
    ['list.v2.items', 'List v2 items'],
    ['übersicht_zeigen', 'Übersicht zeigen'],
    ['___', ''],
  ])('%j is suggested as %j', (name, title) => {
    expect(guessedTitle(name)).toBe(title);
  });

  it('fill in what is open, and change nothing else', () => {
    fc.assert(
      fc.property(
        fc.record({
          name: fc.string(),
          title: fc.string(),
          effect: fc.constantFrom<(ToolEffect | null)[]>('reads', 'adds', 'destroys', null),
          idempotent: fc.constant(null),
          openWorld: fc.constant(null),
        }),
        (edit) => {
          const filled = withGuesses(edit);
          if (edit.title.trim() !== '') expect(filled.title).toBe(edit.title);
          if (edit.effect !== null) expect(filled.effect).toBe(edit.effect);
          expect(withGuesses(filled)).toEqual(filled);
        },
      ),
    );
  });
});
