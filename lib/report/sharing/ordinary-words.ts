/** Words that name nobody, in names of servers and brands: they stay when a host is left out. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  'a an and api app apps application auth authorization browser catalog check claude client cloud code com company connect connection connector connectors control core custom data default demo dev development directory docs doctor error event events everything example extension fake file files find firewall gateway get hello help host http https icon id index internal internet it key legacy link list local login main manager mcp message method minimal mock model my name network new node notes null number object of official oauth open order page path plain platform port private production project prompt prompts protocol proxy public query read remote report request resource resources response rest result root sample scope sdk search secure send server service services session setup sign site space sse stack start state status step store stream streamable string support system task tasks team test tests text the title to token tool tools type typescript undefined unknown url user users version web work workspace world write your'.split(
    ' ',
  ),
);

/** Ends of files of programs. */
export const fileEnds: ReadonlySet<string> = new Set('py rs sh pl ps md cc so zip mov'.split(' '));

/** Ends that members of objects are called as well. */
export const memberEnds: ReadonlySet<string> = new Set(
  'name id info link host page tools call zone style map parse next new date read search sc st run play show live now one email support report events select network services domains schedule'.split(
    ' ',
  ),
);

/** Ends of names that are hardly anything but hosts. */
export const usualEnds: ReadonlySet<string> = new Set(
  'com net org edu gov mil int io ai app dev co cloud tech xyz biz eu us uk ca au nz de fr ch at nl be lu se dk fi es pt cz jp cn kr br mx ru ua tr'.split(
    ' ',
  ),
);

/** Names of folders in which nobody’s name stands. */
export const usualLogins: ReadonlySet<string> = new Set(
  'admin administrator app application default node public runner server shared ubuntu user users vagrant work www-data'.split(
    ' ',
  ),
);

/** Words that answers are made of: a tool that is called so is not looked for in them. */
export const wordsOfAnswers: ReadonlySet<string> = new Set(
  'additionalproperties allof anyof answer archive arguments array bearer blocked boolean bytes call capabilities challenge charset close closed content cookie count cursor date denied description disabled done empty enabled enum expired failed failure false forbidden format found header headers html inputschema instructions integer internal invalid items jsonrpc limit listchanged listen location match maximum minimum missing nextcursor number oneof origin outputschema params parse parameter password pattern permission properties range realm reason redirect required retry session state string strict success timeout title true unauthorized unavailable unsupported value values wait warning'.split(
    ' ',
  ),
);
