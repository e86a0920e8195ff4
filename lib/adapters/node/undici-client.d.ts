/** The client alone: the package's main entry also loads fetch, caches and web sockets, at three times the start-up time. */
declare module 'undici/lib/dispatcher/client.js' {
  import { Client } from 'undici';

  export { Client as default };
}
