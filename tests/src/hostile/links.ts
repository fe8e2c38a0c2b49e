/** Addresses that run code, read files or lead astray, in every field that takes an address, and in texts. */
import type { HostileData } from './data-set.ts'
import { addressFields, withField } from './fields.ts'

/** None of them may ever be the target of a link. */
const addresses = [
  'javascript:canary(1)',
  'JaVaScRiPt:canary(1)',
  ' javascript:canary(1)',
  'java\tscript:canary(1)',
  'java\nscript:canary(1)',
  '\u0001javascript:canary(1)',
  'javascript://example.org/%0Acanary(1)',
  'javascript&colon;canary(1)',
  'vbscript:canary(1)',
  'livescript:canary(1)',
  'data:text/html,<script>canary(1)</script>',
  'data:text/html;base64,PHNjcmlwdD5jYW5hcnkoMSk8L3NjcmlwdD4=',
  'data:image/svg+xml,<svg onload="canary(1)"/>',
  'blob:https://example.org/1',
  'filesystem:https://example.org/temporary/1',
  'file:///etc/passwd',
  'view-source:https://example.org',
  'about:blank',
  'chrome://settings',
  'intent://example.org#Intent;end',
  'ftp://example.org/',
  'ws://example.org/',
  'jar:https://example.org!/',
  'feed:javascript:canary(1)',
  'ms-settings:network',
  '//canary.invalid/',
  '\\\\canary.invalid\\share',
  '/etc/passwd',
  'https:canary.invalid',
  'https:/canary.invalid',
  'https://',
  'https://[::1',
  'https://exa mple.org/',
  'https://example.org/\u0000',
  'https://example.org:99999/',
  'https://github.com@canary.invalid/',
  'https://user:secret@canary.invalid/',
]

/** Odd, and yet addresses of the web: what else they hold must stay inside of the attribute. */
export const oddAddresses = [
  'https://example.org/"onmouseover="canary(1)',
  "https://example.org/'onmouseover='canary(1)",
  'https://example.org/><script>canary(1)</script>',
  'https://example.org/?a=1&b=&lt;script&gt;#javascript:canary(1)',
  'https://example.org/%22%3E%3Cscript%3Ecanary(1)%3C/script%3E',
  'https://example.org/\u202Egnp.exe',
  'https://еxample.org/', // the first letter is Cyrillic
]

const markdown = [
  ...addresses.filter((address) => /^[!-;=?-~]+$/.test(address)).map((address) => `[link](<${address}>)`),
  '[link](javascript:canary(1))',
  '[link](java&#115;cript:canary(1))',
  '[link](&#x6A;avascript:canary(1))',
  '[link](javascript:canary(1) "title")',
]

export const links: HostileData[] = [
  ...addressFields.flatMap((field) =>
    addresses.map((address) => ({
      name: `${JSON.stringify(address)} as ${field.name}`,
      files: withField(field, address),
      outcome: /url is .*Use an address/s,
    })),
  ),
  ...addressFields.flatMap((field) =>
    oddAddresses.map((address) => ({
      name: `${JSON.stringify(address)} as ${field.name}`,
      files: withField(field, address),
      outcome: /\u202E/.test(address) ? /U\+202E|Use an address/ : ('neutral' as const),
    })),
  ),
  ...markdown.map((text) => ({
    name: `a text with ${text}`,
    files: { 'profile.yaml': `name: Ada\nsummary: { zh: 字, en: ${JSON.stringify(text)} }\n` },
    outcome: /summary\.en links to .*Use an address/,
  })),
]
