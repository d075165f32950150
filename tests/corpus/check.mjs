// Is the corpus well formed? Prints how many marks each rule has. It knows nothing of how the rules are checked.
import { readFileSync, readdirSync } from 'node:fs'

const here = (path) => new URL(path, import.meta.url)
const read = (path) => readFileSync(here(path), 'utf8')

const CODES = ['register', 'banned-word', 'preferred-word', 'emoji-count', 'emoji-unknown', 'hashtag-count', 'hashtag-unknown',
  'hashtag-case', 'typography', 'capitals', 'inclusive', 'mention-missing']
const CHARTERS = ['maree-basse', 'rustine', ...readdirSync(here('charters')).map((file) => file.replace(/\.json$/, ''))]
const PLATFORMS = new Set(JSON.parse(read('../../assets/platforms/formats.json')).formats.map((format) => format.platform))

const problems = []

/** One caption: its header, its text without marks, the codes of its marks. */
function parse(entry, where) {
  const blank = entry.indexOf('\n\n')
  const say = (problem) => problems.push(`${where}: ${problem}`)
  if (blank < 0) return say('no empty line after the header')
  const header = Object.fromEntries(entry.slice(0, blank).split('\n').map((line) => line.split(/: (.*)/, 2)))
  for (const key of Object.keys(header)) if (!['id', 'charter', 'network', 'place'].includes(key)) say(`unknown header ${key}`)
  if (!CHARTERS.includes(header.charter)) say(`unknown charter ${header.charter}`)
  if (header.network && !PLATFORMS.has(header.network)) say(`unknown network ${header.network}`)
  if (!['caption', 'visual'].includes(header.place)) say(`unknown place ${header.place}`)
  const marked = entry.slice(blank + 2).replace(/\n$/, '')
  const codes = []
  const text = marked.replace(/⟦([a-z-]+)⟧([^⟦⟧]+)⟦\/⟧/g, (_, code, words) => {
    if (!CODES.includes(code)) say(`unknown code ${code}`)
    codes.push(code)
    return words
  })
  if (/[⟦⟧]/.test(text)) say('a mark that is not closed, or nested')
  if (text.trim() !== text || !text) say('empty, or with blanks around it')
  return { ...header, text, codes }
}

const all = []
for (const [half, letter] of [['development', 'd'], ['evaluation', 'e']]) {
  const entries = read(`captions/${half}.txt`).split(/^%%\n/m)
  const captions = entries.map((entry, at) => parse(entry, `${half}, entry ${at + 1}`)).filter(Boolean)
  captions.forEach((caption, at) => {
    const id = `${letter}-${String(at + 1).padStart(3, '0')}`
    if (caption.id !== id) problems.push(`${half}: ${caption.id} should be ${id}`)
  })
  all.push(...captions)
  const clean = captions.filter((caption) => !caption.codes.length).length
  console.log(`${half}: ${captions.length} captions, ${clean} without a mark (${Math.round((100 * clean) / captions.length)} %)`)
  for (const charter of CHARTERS) console.log(`  ${charter}: ${captions.filter((caption) => caption.charter === charter).length} captions`)
  for (const code of CODES) console.log(`  ${code}: ${captions.flatMap((caption) => caption.codes).filter((found) => found === code).length}`)
}

// Two captions that end with the same legal mention are not the same caption.
const mentions = CHARTERS.slice(2).flatMap((name) => JSON.parse(read(`charters/${name}.json`)).mentions.map((mention) => mention.text))
const bare = (text) => mentions.reduce((left, mention) => left.replace(mention, ''), text)
const words = (text) => new Set(bare(text).toLowerCase().match(/\p{L}{3,}/gu))
for (const [at, one] of all.entries()) {
  const mine = words(one.text)
  for (const other of all.slice(at + 1)) {
    const theirs = words(other.text)
    const shared = [...mine].filter((word) => theirs.has(word)).length
    if (shared > 4 && shared / Math.min(mine.size, theirs.size) > 0.6) problems.push(`${one.id} and ${other.id} are nearly the same`)
  }
}

for (const problem of problems) console.error(problem)
process.exit(problems.length ? 1 : 0)
