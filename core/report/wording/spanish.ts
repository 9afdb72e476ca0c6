import type { Metric } from '../../../schemas/poll.ts';
import { numberIn } from './number-in.ts';
import type { Wording } from './wording.ts';

const LOCALE = 'es-US';
const ORDINALS = 'primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo'.split(
  ' ',
);
const CARDINALS = 'uno dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' ');

const number = numberIn(LOCALE);
const percent = (share: number): string => `${number(100 * share)}\u00a0%`;
const ordinal = (rank: number): string => ORDINALS[rank - 1] ?? `${rank}.º`;
const cardinal = (count: number): string => CARDINALS[count - 1] ?? number(count);
const organizations = (count: number): string =>
  count === 1 ? 'una organización' : `${cardinal(count)} organizaciones`;
const points = (share: number): string => `${share > 0 ? '+' : ''}${number(100 * share)} puntos`;

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
  day: (day) =>
    new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day)),
  list: (texts) => new Intl.ListFormat(LOCALE).format(texts),
  opening: {
    whoAnswered: ({ responses, organizations: some, organizationsAsked, mode }) =>
      `${number(responses)} personas respondieron a través de ${number(some)} de las ${number(organizationsAsked)} organizaciones convocadas, por decisión propia, ${mode === 'open' ? 'mediante un enlace abierto' : 'cada una con una invitación'}.`,
    uncontrolled:
      'NO PUBLICAR: elaborado sin control de divulgación. Nada se ha omitido ni redondeado, cada organización figura por separado y en estas cifras se puede identificar a personas.',
    whoAnsweredIsWithheld: 'Cuántas personas respondieron no se publica.',
    limits: [
      'No son una muestra aleatoria, y nada corrige la ausencia de quienes no respondieron.',
      'Los intervalos muestran cuánto podrían cambiar las cifras si hubieran participado otras organizaciones parecidas. No abarcan la autoselección, las respuestas repetidas ni la redacción y el orden de las preguntas.',
      'Un puesto compara estos puntos entre sí. No mide necesidad, costo ni efecto, y no debe usarse para comparar organizaciones ni regiones.',
      'Los puntos que van «del primero al tercero de cuatro» pueden ocupar cualquiera de esos puestos.',
    ],
    leavesOutLateAnswers: (day) =>
      `Las cifras son del ${day}: algunas respuestas posteriores están contadas, pero se dejan fuera aquí para que nadie pueda ser identificado por la diferencia.`,
  },
  level: (level, levels) => `Nivel ${level} de ${levels}`,
  status: (status, { minRespondents, minOrganizations }) =>
    ({
      'few-organizations':
        'Se muestra sin intervalos: respondieron menos de diez organizaciones, contadas juntas las pequeñas',
      'no-answers': 'Nadie respondió',
      'item-withheld': 'Uno de sus puntos no se publica',
      'item-without-answers': 'Uno de sus puntos no tiene respuestas',
      'too-few-answers': `No se publica: respondieron menos de ${minRespondents} personas`,
      'too-few-organizations': `No se publica: respondieron menos de ${organizations(minOrganizations)}`,
      'dominant-organization':
        'No se publica: una sola organización aportó la mayoría de las respuestas',
      'too-few-without-largest': `No se publica: sin la organización más grande respondieron menos de ${minRespondents} personas`,
      'too-small-a-difference':
        'No se publica: el cambio es demasiado pequeño para ocultar a quienes respondieron entretanto',
      'fewer-than-two-groups': 'No se publica: menos de dos grupos tienen el tamaño suficiente',
    })[status] ?? status,
  voice: {
    respondent: 'cada persona cuenta una vez',
    organization: 'cada organización cuenta una vez',
    population: 'cada organización cuenta según las personas que atiende',
  },
  metric: {
    agree: 'según la proporción que está de acuerdo',
    net: 'según el acuerdo menos el desacuerdo',
    mean: 'según el nivel medio',
  },
  estimate: (metric, value, levels) =>
    ({
      agree: `${percent(value)} está de acuerdo`,
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
    alsoFirst: (others) => `También podrían estar en primer lugar: ${others}.`,
    certain: 'Ningún otro puede ocupar el primer puesto.',
    uncertain:
      'No se puede decir cuán seguro es este orden: respondieron muy pocas organizaciones.',
    withoutRanks: 'Sin clasificación.',
  },
  dependence: (title, ranks, elsewhere) =>
    `${title}: aquí ${ranks}; en cambio, ${elsewhere.map(({ by, rank }) => `${rank} si ${by}`).join(', ')}.`,
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
    interval: 'Intervalo del 95 %',
    amongAll: 'Entre todos los puntos',
    legend: 'Colores de los niveles',
    disagree: 'en desacuerdo',
    neutral: 'neutral',
    agree: 'de acuerdo',
    answered: (answers) => `${number(answers)} respuestas`,
    disagreements: 'Dónde difieren las voces o las medidas',
    noDisagreement:
      'En ninguna parte: se cuente como se cuente y se mida como se mida, cada puesto queda dentro de los lugares indicados arriba.',
    interimVoice:
      'Las cifras provisionales cuentan a cada persona una vez. Cómo cambian los puestos cuando las organizaciones pesan de otro modo se publica con las cifras finales.',
    noComparison:
      'No se puede decir: respondieron muy pocas organizaciones para indicar los lugares que puede ocupar un puesto.',
    groups: 'Por grupo',
    groupsWarning:
      'Cada grupo por sí mismo, para quienes planifican en él. No compare los grupos: quienes respondieron no son los mismos. Todas las clasificaciones de cada grupo están en breakdowns.csv.',
    byAttribute: (attribute) => `Por ${attribute}`,
    group: 'Grupo',
    other: 'Otros',
    responses: 'Personas',
    organizations: 'Organizaciones',
    leadingItem: 'Primero entre todos los puntos',
    withheld: 'Qué no se publica y por qué',
    nothingWithheld: 'Se publica todo.',
    allWithheld: 'No se publica ningún punto. Las razones están más abajo.',
    inVoice: (voice) => `Si ${voice}`,
    inGroups: (attribute) => `En todos los grupos por ${attribute}`,
    reading: 'Cómo leer este informe',
    howToRead: [
      '«Del primero al tercero de cuatro» significa que las respuestas dejan abiertos esos puestos. Los puestos de una tabla valen en conjunto, con una confianza del 95 %. Planifique para cada punto que podría ser el primero, no solo para el que aparece primero.',
      'Cada barra muestra todas las respuestas a un punto: a la izquierda de las dos marcas, quienes están en desacuerdo; a la derecha, quienes están de acuerdo; quienes son neutrales, mitad a cada lado.',
      'El intervalo del 95 % dice cuánto podría cambiar la cifra si hubieran participado otras organizaciones parecidas. Es amplio donde las organizaciones difieren o participaron pocas.',
    ],
    making: 'Cómo se hizo',
    howItWasMade: ({ minRespondents, minOrganizations }, kind) => [
      kind === 'final'
        ? 'Las cifras finales provienen de un recuento completo después del cierre de la encuesta.'
        : 'Las cifras provisionales se publican mientras la encuesta está abierta, y cambian.',
      `No se publica nada que se base en menos de ${minRespondents} personas o ${organizations(minOrganizations)}, ni sobre todo en una sola organización. Las organizaciones pequeñas se cuentan juntas. Lo que cambia entre dos publicaciones también debe ocultar a las personas.`,
      'Los errores tratan a cada organización como un conglomerado (linealización de Taylor); los intervalos de las proporciones son los de Korn y Graubard; los puestos resultan de comparar todos los pares, con la corrección de Holm. Los puestos se calculan con cifras sin redondear.',
    ],
    files: 'Archivos de esta publicación',
    filesNote: 'Las mismas cifras como datos; cada archivo con su hash SHA-256.',
    file: 'Archivo',
    bytes: 'Bytes',
    hash: 'SHA-256',
  },
};
