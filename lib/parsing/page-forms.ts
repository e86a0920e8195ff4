import { Parser } from 'htmlparser2';

/** A form of a page; `action` is absolute, the page's own address where the form names none. */
export interface FormElement {
  readonly action: string;
  readonly method: 'get' | 'post' | 'dialog';
  readonly asksForPassword: boolean;
}

/** What of a page tells how its visitor goes on. */
export interface PageForms {
  /** On one line, at most 200 characters. */
  readonly title: string;
  readonly forms: readonly FormElement[];
  readonly hasScript: boolean;
  /** Content of the meta elements that set a Content-Security-Policy, in order. */
  readonly policies: readonly string[];
}

type Attributes = Readonly<Record<string, string>>;

/** UTF-16 code units; beyond it only hostile pages go. */
const longestPage = 512 * 1024;
const mostForms = 20;
const mostPolicies = 10;
const longestPolicy = 8_192;
const longestTitle = 200;

/**
 * Reads a page's forms and its own policies. Only a policy in the head counts. Never throws.
 * @see https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-content-security-policy
 */
export function pageForms(html: string, pageUrl: string): PageForms {
  const forms: { action: string | undefined; method: FormElement['method']; asksForPassword: boolean }[] = [];
  const policies: string[] = [];
  let base: string | undefined;
  let title = '';
  let inTitle = false;
  let inBody = false;
  let inForm = false;
  let hasScript = false;
  const parser = new Parser({
    onopentag(name, attributes: Attributes) {
      if (name === 'base') base ??= attributes['href'];
      else if (name === 'title') inTitle = title === '';
      else if (name === 'body') inBody = true;
      else if (name === 'script') hasScript = true;
      else if (name === 'meta' && !inBody && policies.length < mostPolicies) policies.push(...policyIn(attributes));
      else if (name === 'form' && !inForm && forms.length < mostForms) {
        inForm = true;
        forms.push({ action: attributes['action'], method: methodOf(attributes['method']), asksForPassword: false });
      } else if (name === 'input' && inForm && attributes['type']?.toLowerCase() === 'password') {
        const form = forms.at(-1);
        if (form) form.asksForPassword = true;
      }
    },
    ontext(text) {
      if (inTitle) title += text.slice(0, longestTitle);
    },
    onclosetag(name) {
      if (name === 'title') inTitle = false;
      if (name === 'form') inForm = false;
    },
  });
  parser.write(html.slice(0, longestPage));
  parser.end();
  const baseUrl = absolute(base, pageUrl, pageUrl);
  return {
    title: title.replace(/\s+/g, ' ').trim().slice(0, longestTitle),
    forms: forms.map((form) => ({ ...form, action: actionOf(form.action, baseUrl, pageUrl) })),
    hasScript,
    policies,
  };
}

function policyIn(attributes: Attributes): readonly string[] {
  const { content } = attributes;
  const isPolicy = attributes['http-equiv']?.trim().toLowerCase() === 'content-security-policy';
  return isPolicy && content !== undefined && content.length <= longestPolicy ? [content] : [];
}

function methodOf(text: string | undefined): FormElement['method'] {
  const method = text?.trim().toLowerCase();
  return method === 'post' || method === 'dialog' ? method : 'get';
}

/** A form without an action goes to the page itself, whatever the base is. */
function actionOf(action: string | undefined, baseUrl: string, pageUrl: string): string {
  return action === undefined || action.trim() === '' ? pageUrl : absolute(action, baseUrl, pageUrl);
}

function absolute(href: string | undefined, base: string, otherwise: string): string {
  return href !== undefined && URL.canParse(href.trim(), base) ? new URL(href.trim(), base).href : otherwise;
}
