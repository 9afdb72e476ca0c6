import type { Metric } from '../../../schemas/poll.ts';
import { dayIn } from './day-in.ts';
import { listIn } from './list-in.ts';
import { numberIn } from './number-in.ts';
import { sentenceCase } from './sentence-case.ts';
import type { Wording } from './wording.ts';

const LOCALE = 'es-US';
const ORDINALS = 'primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo'.split(
  ' ',
);
const IN_ALL_OR_PART = 'en total o en una parte que se podría calcular';
const CARDINALS = 'uno dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' ');

const number = numberIn(LOCALE);
const percent = (share: number): string => `${number(100 * share)}\u00a0%`;
const ordinal = (rank: number): string => ORDINALS[rank - 1] ?? `${rank}.º`;
const list = listIn(LOCALE);
const cardinal = (count: number): string => CARDINALS[count - 1] ?? number(count);
const organizations = (count: number): string =>
  count === 1 ? 'una organización' : `${cardinal(count)} organizaciones`;
const points = (share: number): string =>
  `${share > 0 ? '+' : ''}${number(100 * share)} puntos porcentuales`;

const VALUES: Readonly<Record<Metric, (value: number) => string>> = {
  agree: percent,
  net: points,
  mean: (value) => number(value, 2),
};

/** The words of a report in Spanish. */
export const spanish: Wording = {
  language: 'es',
  number,
  percent,
  day: dayIn(LOCALE),
  list,
  opening: {
    whoAnswered: ({ responses, organizations: some, organizationsAsked, mode }) =>
      `${number(responses)} personas respondieron por decisión propia, a través de ${number(some)} de las ${number(organizationsAsked)} organizaciones invitadas, ${mode === 'open' ? 'con un enlace abierto' : 'cada persona con una invitación'}.`,
    uncontrolled:
      'NO PUBLICAR: se hizo sin control de divulgación. No se omitió ni se redondeó nada, cada organización aparece por separado y estas cifras pueden revelar quién respondió qué.',
    whoAnsweredIsWithheld: 'No se publica cuántas personas respondieron.',
    limits: [
      'Quienes respondieron no son una muestra al azar, y nada compensa la falta de quienes no respondieron.',
      'Los intervalos muestran cuánto podrían cambiar las cifras si hubieran participado otras organizaciones parecidas. No toman en cuenta que cada persona decidió si responder, ni las respuestas repetidas, ni la redacción y el orden de las preguntas.',
      'Un puesto compara estos puntos entre sí. No mide la necesidad, el costo ni el efecto, y no debe usarse para comparar organizaciones ni regiones.',
      'Los puntos que van “del primero al tercero de cuatro” pueden ocupar cualquiera de esos puestos.',
    ],
    leavesOutLateAnswers: (day) =>
      `Las cifras son del ${day}: algunas respuestas posteriores se contaron, pero aquí no se incluyen para que la diferencia no revele a nadie.`,
  },
  level: (level, levels) => `Nivel ${level} de ${levels}`,
  status: (status, { minRespondents, minOrganizations }, voice) =>
    ({
      'few-organizations':
        'Se muestra sin intervalos: respondieron menos de diez organizaciones, contadas juntas las pequeñas, o los intervalos revelarían lo que respondió una de ellas',
      'no-answers': 'Nadie respondió',
      'item-withheld': 'Uno de sus puntos no se publica',
      'item-without-answers': 'Uno de sus puntos no tiene respuestas',
      'too-few-answers': `No se publica: respondieron menos de ${minRespondents} personas, ${IN_ALL_OR_PART}`,
      'too-few-organizations':
        voice === 'respondent'
          ? `No se publica: respondieron menos de ${organizations(minOrganizations)}, ${IN_ALL_OR_PART}`
          : 'No se publica: muy pocas organizaciones sostendrían esta cifra',
      'dominant-organization':
        voice === 'respondent'
          ? `No se publica: una sola organización aportó la mayoría de las respuestas, ${IN_ALL_OR_PART}`
          : 'No se publica: una sola organización aportó la mayoría de las respuestas o tendría la mayor parte del peso',
      'too-few-without-largest': `No se publica: sin contar la organización más grande, respondieron menos de ${minRespondents} personas, ${IN_ALL_OR_PART}`,
      'too-small-a-difference':
        'No se publica: el cambio es demasiado pequeño para ocultar a quienes respondieron entretanto',
      'could-be-worked-out': 'No se publica: se podría calcular lo que respondió una organización',
      'fewer-than-two-groups': 'No se publica: menos de dos grupos tienen el tamaño suficiente',
    })[status] ?? status,
  voice: {
    respondent: 'si cada persona cuenta una vez',
    organization: 'si cada organización cuenta una vez',
    population: 'si cada organización cuenta según las personas que atiende',
  },
  metric: {
    agree: 'según la proporción que está de acuerdo',
    net: 'según el acuerdo menos el desacuerdo',
    mean: 'según el nivel medio',
  },
  estimate: (metric, value, levels) =>
    ({
      agree: `el ${percent(value)} está de acuerdo`,
      net: `el acuerdo menos el desacuerdo es de ${points(value)}`,
      mean: `el nivel medio es ${number(value, 2)} de ${levels}`,
    })[metric],
  interval: (metric, low, high) => `de ${VALUES[metric](low)} a ${VALUES[metric](high)}`,
  openRanks: ({ low, high, size }) =>
    low === high
      ? `${ordinal(low)} de ${cardinal(size)}`
      : `del ${ordinal(low)} al ${ordinal(high)} de ${cardinal(size)}`,
  rankOf: (rank, size) => `${ordinal(rank)} de ${cardinal(size)}`,
  top: {
    first: (titles, estimate, shared) =>
      `${titles}: ${shared ? 'comparten el primer puesto' : 'primer puesto'}; ${estimate}.`,
    alsoFirst: (others) => `También podrían ocupar el primer puesto: ${others}.`,
    certain: 'Ningún otro puede ocupar el primer puesto.',
    uncertain:
      'No se puede decir qué tan seguro es este orden: respondieron muy pocas organizaciones, o los intervalos revelarían lo que respondió una de ellas.',
    withoutRanks: 'Sin clasificación.',
  },
  dependence: (ranks, elsewhere) =>
    `arriba, ${ranks}; pero ${elsewhere.map(({ rank, by }) => `${rank} ${list(by)}`).join(', ')}.`,
  page: {
    kind: { interim: 'Cifras provisionales', final: 'Cifras finales' },
    asOf: (day) => `al ${day}`,
    first: 'Antes de usar estas cifras',
    topPriorities: 'Prioridades principales de cada categoría',
    categories: 'Las categorías entre sí',
    rank: 'Puesto',
    item: 'Punto',
    category: 'Categoría',
    answers: 'Respuestas',
    estimate: { agree: 'De acuerdo', net: 'Acuerdo menos desacuerdo', mean: 'Nivel medio' },
    interval: 'Intervalo del 95\u00a0%',
    amongAll: 'Entre todos los puntos',
    allItems: 'Todos los puntos juntos',
    legend: 'Colores de los niveles',
    disagree: 'en desacuerdo',
    neutral: 'neutral',
    agree: 'de acuerdo',
    answered: (answers) => `${number(answers)} respuestas`,
    disagreements: 'En qué no coinciden las voces o las medidas',
    someDisagreement:
      'Las tablas de arriba cuentan a cada persona una vez. Si se cuenta o se mide de otra manera, estos quedan fuera de los puestos que ahí se indican:',
    noDisagreement:
      'En nada: aunque se cuente o se mida de otra manera, cada punto queda dentro de los puestos que se indican arriba.',
    noDisagreementAmongShown:
      'En nada, según las cifras que se publican: aunque se mida de otra manera, cada punto queda dentro de los puestos que se indican arriba.',
    notCompared: (some, all) =>
      `En ${number(some)} de los ${number(all)} puntos y categorías no se puede decir del todo: no se publican sus cifras con otra manera de contar las organizaciones, o no se publican los puestos que pueden ocupar.`,
    interimVoice:
      'Las cifras provisionales cuentan a cada persona una vez. Con las cifras finales se publica cómo cambian los puestos si las organizaciones cuentan de otra manera.',
    noComparison:
      'No se puede decir: respondieron muy pocas organizaciones para saber qué puestos puede ocupar cada punto, o esos puestos revelarían lo que respondió una de ellas.',
    groups: 'Por grupo',
    groupsWarning:
      'Cada grupo por separado, para quienes planifican para ese grupo. No compare los grupos entre sí: en cada uno respondieron otras personas. Todas las clasificaciones de cada grupo están en breakdowns.csv.',
    byAttribute: (attribute) => `Por ${attribute}`,
    group: 'Grupo',
    other: 'Otros',
    responses: 'Personas',
    organizations: 'Organizaciones',
    leadingItem: 'Primero entre todos los puntos',
    withheld: 'Qué no se publica y por qué',
    nothingWithheld: 'Se publica todo.',
    allWithheld: 'No se publica ningún punto. Las razones están más abajo.',
    everyItem: 'todos los puntos',
    inVoice: sentenceCase,
    inGroups: (attribute) => `En todos los grupos por ${attribute}`,
    groupInPart: (group, some, all) => `${group} (${number(some)} de ${number(all)} puntos)`,
    reading: 'Cómo leer este informe',
    howToRead: {
      order:
        '“Del primero al tercero de cuatro” significa que, según las respuestas, cualquiera de esos puestos es posible. Los puestos de una tabla valen en conjunto, con una confianza del 95\u00a0%. Planifique para todos los puntos que podrían ser el primero, no solo para el que aparece primero.',
      bars: 'Cada barra muestra todas las respuestas a un punto: a la izquierda de las dos marcas, quienes están en desacuerdo; a la derecha, quienes están de acuerdo; quienes son neutrales, la mitad a cada lado.',
      interval:
        'El intervalo del 95\u00a0% dice cuánto podría cambiar la cifra si hubieran participado otras organizaciones parecidas. Es amplio cuando las organizaciones difieren mucho o cuando participaron pocas.',
    },
    making: 'Cómo se hizo este informe',
    howItWasMade: ({ thresholds: { minRespondents, minOrganizations }, kind, controlled }) => ({
      kind:
        kind === 'final'
          ? 'Las cifras finales vienen de un conteo completo, hecho después del cierre de la encuesta.'
          : 'Las cifras provisionales se publican mientras la encuesta está abierta, y cambian.',
      hidden: controlled
        ? `No se publica nada que se base en menos de ${minRespondents} personas o en menos de ${organizations(minOrganizations)}, ni lo que dependa sobre todo de una sola. Las organizaciones pequeñas se cuentan juntas. La diferencia entre dos publicaciones tampoco debe revelar a nadie.`
        : null,
      computed:
        'Los errores tratan a cada organización como un conglomerado (linealización de Taylor); los intervalos de las proporciones son los de Korn y Graubard; los puestos resultan de comparar todos los pares, con la corrección de Holm. Los puestos se calculan con cifras sin redondear.',
    }),
    files: 'Archivos de esta publicación',
    filesNote: 'Las mismas cifras como datos; cada archivo con su hash SHA-256.',
    file: 'Archivo',
    bytes: 'Bytes',
    hash: 'SHA-256',
  },
};
