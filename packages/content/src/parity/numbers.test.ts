import { expect, test } from 'vitest'
import { contradictingWords, missingNumbers, numbersOf } from './numbers.ts'

/** What each language lacks: `en: 500+` for a number that only the Chinese has, `500/500+` for another form of it. */
function differences(zh: string, en: string): string {
  const [left, right] = [numbersOf(zh, 'zh'), numbersOf(en, 'en')]
  const told = (locale: string, missing: ReturnType<typeof missingNumbers>) =>
    missing.map(({ written, instead }) => `${locale}: ${instead ? `${instead}/` : ''}${written}`)
  const words = contradictingWords(left, right)
  return [
    ...told('en', missingNumbers(left, right)),
    ...told('zh', missingNumbers(right, left)),
    ...(words ? [`${words[0]} against ${words[1]}`] : []),
  ].join(', ')
}

test.each([
  ['支撑500+个服务', 'supports 500+ services'],
  ['服务达到500多个时', 'more than 500 services'],
  ['Pod总数1.3万+', '13,000+ Pods'],
  ['Pod达到1.3万多个', 'over 13,000 Pods'],
  ['2.5亿次请求', '250 million requests'],
  ['1.6万行', '16k lines'],
  ['3千万行', '30 million lines'],
  ['1.3w+个Pod', '13,000+ Pods'],
  ['对接模型1500+', '1,500+ models'],
  ['至少要3次磁盘操作', 'at least three disk operations'],
  ['表填到90%以上', 'filled to more than 90%'],
  ['省下44%，约20倍', 'saves 44 %, about 20 times'],
  ['1972年，Parnas提出', 'In 1972 Parnas proposed'],
  ['2021年6月上线', 'Released in June 2021'],
  ['2021年06月上线', 'Released in Jun. 2021'],
  ['一次写入，两次读取', 'One write, two reads'],
  ['一写双读的双机房', 'one write, two reads across data centers'],
  ['十二个节点', 'a dozen nodes'],
  ['12个节点', 'twelve nodes'],
  ['两千台机器', '2,000 machines'],
  ['三百二十台', '320 machines'],
  ['升级到v1.2.3', 'upgraded to v1.2.3'],
  ['基于S3和k8s', 'on AWS'],
  ['第三步', 'The third step'],
  ['千万不要', 'never do that'],
  ['24/7', '24/7'],
])('%s = %s', (zh, en) => {
  expect(differences(zh, en)).toBe('')
})

test.each([
  ['支撑500+个服务', 'supports 500 services', 'en: 500/500+'],
  ['支撑500个服务', 'supports more than 500 services', 'zh: 500/more than 500'],
  ['支撑500+个服务', 'supports many services', 'en: 500+'],
  ['支撑很多服务', 'supports 500+ services', 'zh: 500+'],
  ['Pod总数1.3万', '1,300 Pods', 'en: 1.3万, zh: 1,300'],
  ['省下44%', 'saves 44 bytes', 'en: 44%, zh: 44'],
  ['2021年6月', 'July 2021', 'en: 2021年6月, zh: July 2021'],
  ['1972年', '1973', 'en: 1972, zh: 1973'],
  ['升级到v1.2.3', 'upgraded to v1.2.4', 'en: 1.2.3, zh: 1.2.4'],
  ['版本1.2.3', 'version 1.2.4', 'en: 1.2.3, zh: 1.2.4'],
  ['四类工作', 'five jobs', '4 against 5'],
])('%s ≠ %s', (zh, en, expected) => {
  expect(differences(zh, en)).toBe(expected)
})
