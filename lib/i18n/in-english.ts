import { speak } from './say.ts';

/** What is told when English is spoken, for people who are not the reader; the reader’s language is spoken again afterwards. */
export function inEnglish<T>(tell: () => T): T {
  const before = speak(null);
  try {
    return tell();
  } finally {
    speak(before);
  }
}
