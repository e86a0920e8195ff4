import type { CodeOf, PhrasesOf } from './phrases.ts';

/** What a file with a local server in it has to be. */
export const bundlePhrases: PhrasesOf<CodeOf<'bundle'>> = {
  'bundle.not-a-zip': {
    passed: 'The archive can be opened',
    question: 'whether the archive can be opened',
  },
  'bundle.manifest-missing': {
    passed: 'The manifest stands at the root of the bundle',
    question: 'whether the manifest stands at the root of the bundle',
  },
  'bundle.manifest-invalid': {
    passed: 'The manifest is what the schema of its version asks for',
    question: 'whether the manifest is what the schema of its version asks for',
  },
  'bundle.manifest-version-old': {
    passed: 'The manifest’s version knows privacy policies',
    question: 'whether the manifest’s version knows privacy policies',
  },
  'bundle.privacy-policies-missing': {
    passed: 'The manifest names a privacy policy by an https address',
    question: 'whether the manifest names a privacy policy by an https address',
  },
  'bundle.readme-privacy-missing': {
    passed: 'The README has a section on privacy with something in it',
    question: 'whether the README has a section on privacy',
  },
  'bundle.icon-missing': {
    passed: 'The icon is in the bundle where it should be',
    question: 'whether the icon is in the bundle',
  },
  'bundle.icon-invalid': {
    passed: 'The icon is a square PNG and large enough',
    question: 'whether the icon is a square PNG and large enough',
  },
  'bundle.tool-annotations-missing': {
    passed: 'The bundle’s source speaks of tool hints',
    question: 'whether the bundle’s source speaks of tool hints',
  },
  'bundle.unsafe-path': {
    passed: 'Nothing in the archive would harm who unpacks it',
    question: 'whether something in the archive harms who unpacks it',
  },
  'bundle.listing-closed': {
    passed: 'Nothing has to be said of a listing in the directory',
    question: 'whether the directory takes what was looked at',
  },
};
