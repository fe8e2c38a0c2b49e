import type { Random } from './random.ts'

export type Language = 'zh-CN' | 'en'

const HAN = [
  ...'天地人和日月山水风云雨雪春夏秋冬东西南北上下左右前后高低长短大小多少新旧先后来去出入开关起止生长发展变化计算机器学习网络服务系统平台数据库存储调度容器编排发布监控告警日志指标链路追踪缓存队列消息事务索引查询优化性能可靠弹性伸缩故障恢复备份迁移升级回滚灰度流量治理配置中心注册发现负载均衡限流熔断降级文件对象块快照副本分片一致共识选举任期提交读写锁版本冲突合并',
]
const COMMA = '，；、：'
const STOP = ['。', '。', '。', '！', '？', '……。', '”。', '）。']
const LATIN =
  'a the of to and in is it that for on with as at by from page line text word type press print paper margin column table cell row list item note head foot body rule grid box break keep flow measure leading folio recto verso widow orphan section chapter entry edition language system service cluster storage cache queue index query request response latency throughput replica shard consensus snapshot rollback deployment container scheduler orchestration availability observability characteristically internationalisation'.split(
    ' ',
  )

/** One sentence of about `length` characters. */
export function sentence(random: Random, language: Language, length: number): string {
  let text = ''
  if (language === 'en') {
    while (text.length < length) {
      text += `${text ? (random.chance(0.08) ? ', ' : ' ') : ''}${random.pick(LATIN)}`
    }
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}${random.pick(['.', '.', '.', '?', '!'])}`
  }
  let run = 0
  while (text.length < length) {
    if (run > 4 && random.chance(0.18)) {
      text += random.pick([...COMMA])
      run = 0
    } else if (random.chance(0.03)) {
      text += random.pick([' Go ', 'TCP', '（v1.2）', '“读”', '《写》', '——', '99.9%'])
    } else {
      text += random.pick(HAN)
      run++
    }
  }
  return text + random.pick(STOP)
}

/** Sentences of all lengths, about `length` characters of them. */
export function prose(random: Random, language: Language, length: number): string {
  let text = ''
  while (text.length < length) {
    const next = sentence(random, language, Math.min(random.int(8, language === 'en' ? 160 : 60), length))
    text += language === 'en' && text ? ` ${next}` : next
  }
  return text
}

/** A word that no line is long enough for. */
export function longWord(random: Random): string {
  const length = random.int(60, 400)
  const kind = random.int(0, 3)
  if (kind === 0)
    return `https://example.org/${random.times(length / 9, () => random.pick(LATIN)).join('/')}?q=1&amp;r=2#end`
  if (kind === 1) return random.times(length, () => random.pick([...'abcdefghijklmnopqrstuvwxyz'])).join('')
  if (kind === 2) return random.times(length / 5, () => random.pick(LATIN)).join('_')
  return random.times(length / 4, () => `${random.int(1000, 9999)}`).join('')
}

/** A line of a program. */
export function codeLine(random: Random): string {
  return random.pick([
    '',
    '}',
    '  return err',
    '    continue',
    'if err != nil {',
    `const ${random.pick(LATIN)} = ${random.int(1, 99)}`,
    `  log.Printf("${random.pick(LATIN)} %d", ${random.pick(LATIN)}) // ${random.times(4, () => random.pick(HAN)).join('')}`,
    `${' '.repeat(random.int(0, 12))}${random.times(random.int(1, 14), () => random.pick(LATIN)).join(' ')}`,
  ])
}
