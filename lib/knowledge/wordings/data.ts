import type { dataQuestions } from '../questions/data.ts';
import type { Wordings } from '../wording.ts';

export const dataWordings: Readonly<Record<keyof typeof dataQuestions, Wordings>> = {
  'data-that-anthropic-collects': {
    en: [
      'what data does anthropic collect',
      'what does anthropic store from connectors',
      'does anthropic log tool calls',
      'are the answers of a connector saved',
      'is what a connector returns recorded',
      'how long is connector data kept',
      'data retention for tool results',
      'telemetry of mcp tool calls',
      'does anthropic save my google drive files',
      'is my data private when I use an integration',
      'who can read what the tools return',
    ],
    de: [
      'welche daten sammelt anthropic',
      'was speichert anthropic von meinen connectors',
      'werden tool-aufrufe protokolliert',
      'wie lange werden die daten aufbewahrt',
      'ist das mit dem datenschutz sicher',
    ],
  },
  'training-on-connector-data': {
    en: [
      'does anthropic train on my data',
      'is my data used to train the model',
      'do my documents end up in training',
      'does claude learn from my connected accounts',
      'is connector content used to improve claude',
      'model training with my files',
      'can I object to training',
      'is company data used to teach the ai',
      'are emails that claude reads used for training',
    ],
    de: [
      'trainiert anthropic mit meinen daten',
      'werden meine dateien zum lernen des modells benutzt',
      'lernt claude aus meinen verbundenen konten',
      'training mit firmendaten',
    ],
  },
  'server-sees-plan': {
    en: [
      'can a server see the plan of a user',
      'does my server know whether somebody is on free or pro',
      'which subscription does the calling user have',
      'read the claude tier of the user from the request',
      'tell paying and free users apart',
      'identify the sku of the user',
      'can the mcp server find out the plan',
      'is the subscription sent to the server',
    ],
    de: [
      'kann der server den tarif des benutzers sehen',
      'weiß mein server ob jemand pro hat',
      'welches abo hat der benutzer',
    ],
  },
  'agreements-and-data-protection': {
    en: [
      'data processing agreement url',
      'what is the data processing agreement in the submission form',
      'gdpr compliance of a connector',
      'who answers gdpr requests',
      'ccpa and lgpd requirements',
      'where are the directory terms and data policies',
      'limit a connector to certain countries',
      'is a connector available worldwide',
      'offer a connector in one region only',
      'geographic restriction of a connector',
      'data protection duties of a server operator',
    ],
    de: [
      'auftragsverarbeitung dsgvo',
      'was bedeutet data processing agreement url',
      'dsgvo bei connectors',
      'connector nur in bestimmten ländern anbieten',
      'ist ein connector weltweit verfügbar',
    ],
  },
  'rate-limits-and-floods': {
    en: [
      'rate limit per user without oauth',
      'limit how often one person may call my server',
      'protect my server against too many requests',
      'ddos protection for mcp servers',
      'does claude limit requests to my server',
      'does anthropic throttle calls',
      'prevent abuse of an open server',
      'someone floods my server through claude',
      'quota per user without authentication',
    ],
    de: [
      'anfragen pro benutzer begrenzen ohne oauth',
      'schutz vor zu vielen anfragen',
      'ddos schutz für meinen server',
      'begrenzt claude die anfragen',
    ],
  },
};
