/** Code that must stay text wherever it is shown. */
export const NAUGHTY_CODE = [
  '</script><script>alert(1)</script><!--',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '<iframe src="javascript:alert(1)"></iframe>',
  'javascript:alert(1)',
  '{{7*7}}<%= 7*7 %>',
] as const;

/**
 * Strings that break software, one or a few of each category of the big list of naughty strings:
 * reserved words, numbers, unicode, injection, files, formats.
 */
export const NAUGHTY_STRINGS: readonly string[] = [
  ...NAUGHTY_CODE,
  ...['', ' ', 'null', '__proto__', 'constructor'],
  ...['-1', '1e309', '9007199254740993', '٣'],
  ...[
    '田中さんにあげて下さい',
    '👩🏽‍🦱💇‍♀️ ﷺ',
    'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮',
    '\u202eabc\u202c\ufeff\u2028',
    '\ud800',
    '\u0000\u001b[31m',
  ],
  ...[
    "1'; DROP TABLE users--",
    '{"$gt":""}',
    '#a = :b OR attribute_exists(PK)',
    'PROVIDER#x|METADATA',
  ],
  ...[
    '../../../../etc/passwd',
    '%00',
    'a\r\nSet-Cookie: a=b',
    '%0d%0aSet-Cookie: a=b',
    '$(touch x)',
  ],
  ...['<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '🙂'.repeat(5_000)],
];
