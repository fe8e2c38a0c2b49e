import type { Locale } from '../locale.ts'
import type { SectionName } from '../sections.ts'

/** The words around the facts in a document that is exported: the same as on the site's pages. */
export interface Headings {
  sections: Readonly<Record<SectionName, string>>
  technologies: string
  courses: string
  score: string
  /** Between the names of a list. */
  separator: string
  /** Between a label and what it is the label of. */
  colon: string
  /** A label, and what qualifies it. */
  aside: (label: string, level: string) => string
  email: string
  phone: string
  website: string
  skills: string
  /** What titles an edition that prints everything. */
  resume: string
}

export const headings: Readonly<Record<Locale, Headings>> = {
  zh: {
    sections: {
      ...{
        summary: '简介',
        experience: '工作经历',
        projects: '项目经历',
        'open-source': '开源项目',
        skills: '个人技能',
      },
      ...{ education: '教育经历', publications: '发表作品', awards: '荣誉奖项', certificates: '资格证书' },
      ...{ volunteer: '志愿服务', languages: '语言能力', interests: '兴趣爱好', recommendations: '推荐评价' },
    },
    ...{ technologies: '技术', courses: '课程', score: '成绩', separator: '、', colon: '：' },
    ...{ email: '邮箱', phone: '电话', website: '网站', skills: '技能', resume: '简历' },
    ...{ aside: (label, level) => `${label}（${level}）` },
  },
  en: {
    sections: {
      ...{ summary: 'Profile', experience: 'Experience', projects: 'Projects', 'open-source': 'Open Source' },
      ...{ skills: 'Skills', education: 'Education', publications: 'Publications', awards: 'Awards' },
      ...{ certificates: 'Certificates', volunteer: 'Volunteering', languages: 'Languages' },
      ...{ interests: 'Interests', recommendations: 'Recommendations' },
    },
    ...{ technologies: 'Technologies', courses: 'Courses', score: 'Grade', separator: ', ', colon: ': ' },
    ...{ email: 'E-mail', phone: 'Phone', website: 'Website', skills: 'Skills', resume: 'Résumé' },
    ...{ aside: (label, level) => `${label} (${level})` },
  },
}
