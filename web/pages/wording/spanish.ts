import { spanish } from '../../../core/report/wording/spanish.ts';
import type { NamedRelease, PagesWording } from './wording.ts';

const { number } = spanish;
const KINDS = { interim: 'cifras provisionales', final: 'cifras finales' };
const release = ({ number, kind, day }: NamedRelease): string =>
  `Publicación ${number}: ${KINDS[kind]} al ${day}`;
const points = (count: number): string => `${number(count)} punto${count === 1 ? '' : 's'}`;

/** The pages in Spanish. */
export const pagesSpanish: PagesWording = {
  report: spanish,
  name: 'Español',
  languages: 'Idioma',
  skip: 'Ir al contenido',
  results: 'Resultados',
  loading: 'Cargando…',
  signIn: 'Iniciar sesión',
  signOut: 'Cerrar sesión',
  again: 'Intentar de nuevo',
  places: {
    heading: 'Sus páginas',
    organization: (id) => `Organización ${id}`,
    administration: 'Administración',
  },
  start: {
    title: 'Groundswell',
    text: 'Los resultados de una encuesta tienen su propia dirección. Pídala a la red que organiza la encuesta. Si está a cargo de una organización o de una encuesta, inicie sesión: los enlaces a sus páginas aparecerán arriba.',
  },
  signInNeeded: {
    title: 'Estos resultados son para quienes planifican',
    text: 'Inicie sesión para verlos. Si no tiene una cuenta, pregunte a la red que organiza la encuesta.',
  },
  signInToGoOn: {
    title: 'Inicie sesión',
    text: 'Esta página es para quienes llevan una encuesta.',
  },
  signInFailed: {
    title: 'No se pudo iniciar la sesión',
    text: 'No se cambió nada. Inténtelo una vez más desde aquí; si vuelve a fallar, avise a la red que organiza la encuesta.',
  },
  plannersOnly: {
    title: 'Su cuenta no puede ver estos resultados',
    text: 'Inició sesión, pero no como persona que planifica. Pregunte a la red que organiza la encuesta, o cierre la sesión y use otra cuenta.',
  },
  nothingReleased: {
    title: 'Todavía no se ha publicado nada',
    text: 'Las cifras aparecen cuando han respondido suficientes personas de suficientes organizaciones para que no se pueda identificar a nadie. Vuelva más tarde.',
  },
  unknownPoll: {
    title: 'No existe esa encuesta',
    text: 'Revise la dirección o pídala a la red que organiza la encuesta.',
  },
  unknownRelease: {
    title: 'No existe esa publicación',
    text: 'La dirección nombra una publicación que esta encuesta no tiene.',
  },
  unknownPage: {
    title: 'No existe esa página',
    text: 'Revise la dirección. Los resultados están en /results/ y el nombre de la encuesta.',
  },
  tooMany: {
    title: 'Demasiadas solicitudes a la vez',
    text: 'Espere medio minuto e inténtelo de nuevo.',
  },
  failed: {
    title: 'No se pudieron cargar los resultados',
    text: 'La red o el servicio no responde. Inténtelo de nuevo en un momento.',
  },
  tooLarge: {
    title: 'Estos resultados son demasiado grandes para mostrarse aquí',
    text: 'Obtenga report.html o las tablas de esta publicación de la API.',
  },
  outdated: {
    title: 'Esta página es más antigua que los resultados',
    text: 'Vuelva a cargar la página para obtener la actual.',
  },
  view: {
    heading: 'Verlo de otra manera',
    choose: 'Elegir cómo se cuenta, qué se enumera y qué respuestas cuentan',
    voice: 'Quién cuenta y cómo',
    voices: {
      respondent: 'Cada persona cuenta una vez',
      organization: 'Cada organización cuenta una vez',
      population: 'Las organizaciones cuentan según las personas que atienden',
    },
    metric: 'Se mide por',
    metrics: {
      agree: 'La proporción que está de acuerdo',
      net: 'El acuerdo menos el desacuerdo',
      mean: 'El nivel medio',
    },
    list: 'Se clasifican',
    lists: { categories: 'Dentro de cada categoría', items: 'Todos los puntos juntos' },
    group: 'Respuestas de quién',
    everyone: 'Todas las organizaciones',
    groupOf: (attribute, group) => `${attribute}: ${group}`,
    isHeadline: 'Estas son las cifras principales.',
    moved: (moved, outside, all) =>
      moved === 0
        ? `Nada se mueve: cada uno de los ${points(all)} conserva el puesto que tiene en las cifras principales.`
        : `${number(moved)} de ${points(all)} ${moved === 1 ? 'tiene' : 'tienen'} un puesto distinto al de las cifras principales; ${outside === 0 ? 'ninguno' : number(outside)} fuera de los puestos que ahí se indican.`,
    notHere: 'La dirección pide cifras que esta publicación no tiene; estas son las más cercanas.',
    bars: 'Las barras muestran lo que respondieron las personas, cada una contada una vez, con cualquier manera de contar.',
    toHeadline: 'Volver a las cifras principales',
    shown: (voice, metric, group) =>
      `Se muestra: ${voice.toLowerCase()}; se mide por ${metric.toLowerCase()}; ${group.toLowerCase()}.`,
  },
  beside: {
    tier: (tier) => `Nivel de prioridad ${tier}`,
    headline: (rank) => `cifras principales: ${rank}`,
    outside: 'fuera de los puestos que ahí se indican',
  },
  releases: {
    heading: 'Publicaciones',
    note: 'Una publicación nunca se cambia. Su dirección muestra siempre las mismas cifras.',
    release,
    shown: 'la que se muestra',
    latest: 'la más reciente',
    earlier: (latest) =>
      `Esta es una publicación anterior. La más reciente es la ${release(latest).toLowerCase()}.`,
    toLatest: 'Mostrar la más reciente',
  },
  changes: {
    heading: ({ number, day }) => `Qué cambió desde la publicación ${number} (al ${day})`,
    first: 'Esta es la primera publicación: no hay con qué compararla.',
    failed: 'No se pudo cargar la publicación anterior, así que no hay comparación.',
    people: (before, now) =>
      `Aquí se cuentan ${number(now)} personas; en la publicación anterior, ${number(before)}.`,
    none: 'Cada punto conserva su puesto dentro de su categoría.',
    others: (count) =>
      `Otros ${points(count)} ${count === 1 ? 'conserva su puesto' : 'conservan su puesto'}.`,
    caption: 'Puntos con otro puesto dentro de su categoría',
    before: 'Antes',
    now: 'Ahora',
    withheld: 'sin puesto',
  },
  notes: {
    order: '¿Qué tan seguro es este orden?',
    bars: '¿Cómo se leen las barras?',
    interval: '¿Qué dice el intervalo del 95\u00a0%?',
    tiers: {
      title: '¿Qué es un nivel de prioridad?',
      text: 'Lo que está claramente por debajo de algo del nivel 1 queda en el nivel 2 o más abajo, y así sucesivamente. Dos puntos de un mismo nivel no se distinguen con claridad. Guíese primero por los puestos: valen en conjunto; los niveles solo los resumen.',
    },
    voices: {
      title: '¿Por qué contar de otras maneras?',
      text: 'Si cada persona cuenta una vez, pesa más una organización con muchas respuestas. Si cada organización cuenta una vez, una pequeña pesa tanto como una grande. Una prioridad que es la primera con cualquier manera de contar no necesita discusión.',
    },
    metrics: {
      title: '¿Qué significan las medidas?',
      text: 'La proporción que está de acuerdo no toma en cuenta cuántas personas están en desacuerdo. El acuerdo menos el desacuerdo toma en cuenta ambos. El nivel medio distingue además el acuerdo fuerte del leve. Las barras muestran las respuestas mismas y no cambian.',
    },
    groups: '¿Por qué no hay más grupos?',
    withheld: '¿Por qué no se publica todo?',
    kind: '¿Qué son las cifras provisionales y las finales?',
    computed: '¿Cómo se calculan las cifras?',
  },
  downloads: {
    heading: 'Descargar esta publicación',
    note: 'Las mismas cifras como archivos, para trabajar con ellas o guardarlas.',
    whole: 'Todo en un zip',
    working: 'Obteniendo los archivos…',
    failed: 'La descarga no funcionó. Inténtelo de nuevo en un momento.',
    damaged: (file) => `${file} no llegó tal como se publicó. Inténtelo de nuevo.`,
    tooLarge: (file) => `${file} es demasiado grande para esta página: obténgalo de la API.`,
    leftOut: (files) =>
      `No está en el zip, por ser demasiado grande para esta página: ${files}. Obténgalo de la API.`,
    file: 'Archivo',
    size: 'Tamaño',
    holds: 'Contiene',
    kilobytes: (bytes) => `${number(Math.max(1, Math.round(bytes / 1000)))} kB`,
    files: {
      'report.html': 'El informe para leer e imprimir, en inglés',
      'report.es.html': 'El informe para leer e imprimir, en español',
      'priorities.csv': 'Todas las clasificaciones: por lista, voz y medida',
      'priorities.xlsx': 'Todas las tablas en un libro de cálculo, con notas',
      'priorities.json': 'Todo, para programas',
      'priorities.jsonschema.json': 'Qué puede contener priorities.json',
      'categories.csv': 'Las categorías entre sí',
      'breakdowns.csv': 'Las clasificaciones de cada grupo publicado',
      'distribution.csv': 'Cómo se reparten las respuestas entre los niveles',
      'participation.csv': 'Cuántas personas participaron',
      'datapackage.json': 'Qué significa cada columna y el hash de cada archivo',
    },
    readme: {
      from: (address) => `De ${address}`,
      files: 'Archivos',
      missing:
        'No está en este zip, por ser demasiado grande para la página que lo hizo; obténgalo de la API',
      check:
        'Después de cada archivo está su SHA-256. `sha256sum ARCHIVO` muestra el mismo si el archivo está completo.',
    },
  },
};
