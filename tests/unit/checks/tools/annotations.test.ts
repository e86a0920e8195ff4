import { describe, expect, it } from 'vitest';
import { toolAnnotations } from '../../../../lib/checks/tools/annotations.ts';
import type { JsonObject } from '../../../../lib/kernel/json.ts';
import { said, tool } from './listed-evidence.ts';

function without(member: string): JsonObject {
  const { [member]: _left, ...rest } = tool('search_notes');
  return rest;
}

describe('tools.title-missing', () => {
  it.each([
    ['without one', without('title')],
    ['with an empty one', tool('search_notes', { title: ' ' })],
    ['with one that is no text', tool('search_notes', { title: 5 })],
  ])('is found at a tool %s', (_what, sloppy) => {
    const heard = said(toolAnnotations, sloppy, tool('b'));
    expect(heard.found).toEqual(['tools.title-missing']);
    expect(heard.finding('tools.title-missing')).toMatchObject({
      severity: 'warning',
      values: { count: 1, total: 2, names: '“search_notes”' },
    });
  });

  it('is not found where the title stands in the annotations', () => {
    const annotations = { title: 'Search', readOnlyHint: true };
    expect(said(toolAnnotations, { ...without('title'), annotations }).passed).toContain('tools.title-missing');
  });
});

describe('tools.hint-missing', () => {
  it.each([
    ['without annotations', without('annotations')],
    ['with other hints alone', tool('search_notes', { annotations: { openWorldHint: false, idempotentHint: true } })],
    ['with hints that are texts', tool('search_notes', { annotations: { readOnlyHint: 'true' } })],
  ])('is found at a tool %s', (_what, sloppy) => {
    expect(said(toolAnnotations, sloppy).found).toEqual(['tools.hint-missing']);
  });

  it.each([{ readOnlyHint: true }, { readOnlyHint: false }, { destructiveHint: false }])(
    'is not found with %j',
    (annotations) => {
      expect(said(toolAnnotations, tool('search_notes', { annotations })).passed).toContain('tools.hint-missing');
    },
  );
});

describe('tools.hint-conflict', () => {
  it('is found where a tool reads only and destroys', () => {
    const heard = said(toolAnnotations, tool('search', { annotations: { readOnlyHint: true, destructiveHint: true } }));
    expect(heard.found).toEqual(['tools.hint-conflict']);
  });

  it('is not found where only one of them is true', () => {
    const annotations = { readOnlyHint: false, destructiveHint: true };
    expect(said(toolAnnotations, tool('purge', { annotations })).passed).toContain('tools.hint-conflict');
  });
});

describe('tools.hint-contradicts-name', () => {
  it.each([
    ['delete_note', 'delete'],
    ['createIssue', 'create'],
    ['notion-update-page', 'update'],
    ['gmail_send_email', 'send'],
    ['acme_crm_delete_contact', 'delete'],
    ['DELETE_NOTE', 'delete'],
  ])('is a guess at %s with readOnlyHint', (name, verb) => {
    const heard = said(toolAnnotations, tool(name));
    expect(heard.found).toEqual(['tools.hint-contradicts-name']);
    expect(heard.finding('tools.hint-contradicts-name')).toMatchObject({ confidence: 'possible', values: { verb } });
  });

  it.each([
    'get_delete_status',
    'list_created_events',
    'search_updates',
    'check_create_permission',
    'API-post-search',
    'generate_chart',
    'deleted_items',
    'get_recent_merge_requests',
    'whoami',
    'create_report_preview',
    'delete_preview',
    'createDeploymentPlan',
    'update_cost_estimate',
    'delete_dry_run',
    'apply_changes_dryrun',
    'create_simulation',
    'mr_discussions',
    '',
  ])('is not found at %s', (name) => {
    expect(said(toolAnnotations, tool(name)).passed).toContain('tools.hint-contradicts-name');
  });

  it('is not found where the tool says that it writes', () => {
    const annotations = { readOnlyHint: false, destructiveHint: true };
    expect(said(toolAnnotations, tool('delete_note', { annotations })).found).toEqual([]);
  });
});
