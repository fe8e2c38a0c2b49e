/** Data sets as somebody would write them who wants to do harm. Each is an innocent one with some files changed. */
import { aliases } from './aliases.ts'
import { characters } from './characters.ts'
import type { HostileData } from './data-set.ts'
import { files } from './files.ts'
import { keys } from './keys.ts'
import { links } from './links.ts'
import { markup } from './markup.ts'
import { masses } from './masses.ts'

export const corpus: HostileData[] = [...links, ...markup, ...keys, ...aliases, ...masses, ...characters, ...files]
