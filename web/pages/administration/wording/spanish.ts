import { spanish } from '../../../../core/report/wording/spanish.ts';
import { instantIn } from '../../instant-in.ts';
import { languageNamesIn } from './language-names-in.ts';
import type { AdministrationWording } from './wording.ts';

const LOCALE = 'es-US';
const { number, list } = spanish;
const many = (count: number, one: string, more: string): string =>
  `${number(count)} ${count === 1 ? one : more}`;
const organizations = (count: number): string => many(count, 'organización', 'organizaciones');

const MEMBERS: Readonly<Record<string, string>> = {
  definition: 'lo que se pregunta y los ajustes',
  closesAt: 'el cierre',
  importsCloseAt: 'el cierre para las respuestas en papel',
  name: 'el nombre',
  attributes: 'los atributos',
  peopleServed: 'las personas atendidas',
  expectedResponses: 'las respuestas esperadas',
};
const members = (changed: readonly string[]): string =>
  list(changed.map((member) => MEMBERS[member] ?? member));
const CHANNELS = { web: 'formulario web', api: 'otros sistemas', paper: 'papel' } as const;

/** The administrator's pages in Spanish. */
export const administrationSpanish: AdministrationWording = {
  polls: 'Encuestas',
  allPolls: 'Todas las encuestas',
  pagesOfPoll: 'Páginas de esta encuesta',
  sections: {
    overview: 'Resumen',
    definition: 'Lo que se pregunta',
    organizations: 'Organizaciones',
    participation: 'Participación',
    release: 'Publicación',
    audit: 'Quién hizo qué',
  },
  states: { draft: 'Borrador', open: 'Abierta', closed: 'Cerrada' },
  channels: CHANNELS,
  loading: 'Cargando…',
  working: 'En curso…',
  cancel: 'No, volver',
  save: 'Guardar',
  saved: 'Guardado.',
  lookAgain: 'Mirar de nuevo',
  orderBy: 'Ordenar por',
  filter: 'Buscar por nombre o id',
  filtered: (shown, all) => `${number(shown)} de ${organizations(all)}`,
  unsaved: {
    title: '¿Salir sin guardar?',
    text: 'Lo que cambió en esta página todavía no está guardado. Se perderá.',
    leave: 'Salir sin guardar',
    stay: 'Quedarse aquí',
  },
  instant: instantIn(LOCALE),
  timeZone: (zone) => `En su zona horaria: ${zone}.`,
  languageName: languageNamesIn(LOCALE),
  errorTitle: 'Hay un problema',
  expected: 'Se esperaba (en inglés):',
  refusals: {
    administratorsOnly: {
      title: 'Estas páginas son para quienes administran',
      text: 'Inició sesión, pero no como persona que administra. Cierre la sesión y use otra cuenta, o pida a la red el rol “administrator”.',
    },
    signInAgain: {
      title: 'Inicie sesión de nuevo',
      text: 'Su sesión terminó. Inicie sesión para seguir desde aquí.',
    },
    kept: 'Lo que escribió aquí se guarda en esta pestaña hasta que vuelva.',
    away: {
      title: 'No se puede conectar con el servicio',
      text: 'La red o el servicio no responde. Revise su conexión e inténtelo de nuevo. Repetir no causa ningún daño.',
    },
    tooMany: {
      title: 'Demasiadas solicitudes a la vez',
      text: 'No se cambió nada. Espere medio minuto e inténtelo de nuevo.',
    },
    other: {
      title: 'Algo salió mal',
      text: 'El servicio no pudo hacerlo. Inténtelo de nuevo en un momento. Repetir no causa ningún daño.',
    },
    byCode: {
      'unknown-poll': {
        title: 'No existe esa encuesta',
        text: 'Revise la dirección o búsquela en la lista de encuestas.',
      },
      'unknown-organization': {
        title: 'No existe esa organización en esta encuesta',
        text: 'Revise la dirección o búsquela en la lista de organizaciones.',
      },
      'subject-required': {
        title: 'Su cuenta no dice quién es usted',
        text: 'Lo que se hace se guarda junto con quién lo hizo. Pida a la red una cuenta que tenga identificador.',
      },
      'invalid-request': {
        title: 'Hay algo que corregir',
        text: 'No se guardó nada. Corrija lo que se indica y guarde otra vez.',
      },
      'body-too-large': {
        title: 'Es demasiado de una vez',
        text: 'No se guardó nada. Hágalo más corto o envíelo por partes.',
      },
      'poll-immutable': {
        title: 'La encuesta está abierta y lo que se pregunta ya no cambia',
        text: 'No se guardó nada. Para preguntar otra cosa, cree una encuesta nueva.',
      },
      'close-not-movable': {
        title: 'El cierre no se puede mover a ese momento',
        text: 'El cierre de una encuesta abierta solo puede ser más tarde. También debe faltar más de 7 días para que se borren las primeras respuestas.',
      },
      'close-required': {
        title: 'La encuesta no tiene un cierre en el futuro',
        text: 'Edite el borrador, elija cuándo se cierra y ábrala después.',
      },
      'too-few-organizations': {
        title: 'La encuesta tiene muy pocas organizaciones',
        text: 'Con tan pocas nunca se podría publicar nada. Agregue organizaciones y después abra la encuesta.',
      },
      closed: {
        title: 'La encuesta está cerrada',
        text: 'No se cambió nada. Ya no se puede agregar ninguna organización ni mover ningún plazo.',
      },
      'not-open-yet': {
        title: 'La encuesta aún no está abierta',
        text: 'Abra primero la encuesta.',
      },
      'frozen-by-release': {
        title: 'Una organización forma parte de una publicación',
        text: 'No se guardó nada. Desde la primera publicación no cambian las personas que atiende ni sus atributos. El nombre sí puede cambiar.',
      },
      sealed: {
        title: 'El conteo final ya empezó',
        text: 'No se cambió nada. Lo que determina el conteo ya no cambia.',
      },
      overtaken: {
        title: 'Otra persona cambió esto al mismo tiempo',
        text: 'Mire cómo está ahora y hágalo otra vez si todavía hace falta.',
      },
      unavailable: {
        title: 'El servicio está ocupado',
        text: 'Espere unos segundos e inténtelo de nuevo.',
      },
    },
  },
  list: {
    caption: 'Todas las encuestas',
    none: 'Todavía no hay ninguna encuesta.',
    create: 'Encuesta nueva',
    poll: 'Encuesta',
    id: 'Id',
    state: 'Estado',
    opened: 'Se abrió',
    closes: 'Cierre',
  },
  create: {
    title: 'Encuesta nueva',
    introduction: 'Una encuesta empieza como borrador. Nadie la ve hasta que usted la abra.',
    id: {
      label: 'Id de la encuesta',
      hint: 'Forma parte de todas las direcciones, por ejemplo calls-2027. La gente copia la dirección a mano de un cartel: elija un id corto. No se puede cambiar después.',
      error: 'Use de 1 a 32 letras minúsculas, cifras y guiones sueltos entre ellas',
    },
    idLong: (room) =>
      `Este id es largo: en un enlace que aún se pueda escribir a mano quedan ${many(room, 'carácter', 'caracteres')} para el id de una organización.`,
    idTaken: 'Ya existe una encuesta con este id. Elija otro',
    start: 'Empezar con',
    starts: {
      shipped: {
        label: 'La encuesta de llamados a la acción',
        hint: '5 categorías de 4 puntos, en inglés y español. Puede cambiarlo todo.',
      },
      own: {
        label: 'Una definición propia',
        hint: 'Un archivo JSON, por ejemplo uno descargado de otra encuesta.',
      },
    },
    file: {
      label: 'Elegir un archivo JSON',
      hint: 'Se lee en este dispositivo. Todavía no se guarda nada.',
    },
    paste: {
      label: 'O pegar la definición',
      hint: 'Al menos “levels” y “categories” con sus puntos.',
      error: 'Esto no es una definición: debe ser JSON con “levels” y “categories”',
    },
    next: 'Seguir con el borrador',
  },
  definition: {
    title: 'Editar el borrador',
    fixed: 'La encuesta ya se abrió, por eso lo que se pregunta no cambia.',
    beside:
      'Cada texto está en sus idiomas, uno al lado del otro. El formulario se ofrece en un idioma solo si en él no falta el título de ninguna categoría ni de ningún punto.',
    missing: (language, { count, offered }) =>
      `${many(count, 'texto no está', 'textos no están')} en ${language}${offered ? '' : `: el formulario no se ofrecerá en ${language}`}.`,
    pollTitle: 'Título de la encuesta',
    pollIntroduction: 'Introducción',
    levels: 'Respuestas para elegir',
    level: (level, levels) =>
      `Nivel ${level} de ${levels}${level === 1 ? ' (mayor desacuerdo)' : level === levels ? ' (mayor acuerdo)' : ''}`,
    levelsHint: 'Déjelos todos vacíos para usar las palabras habituales.',
    categories: 'Categorías y puntos',
    category: (index) => `Categoría ${index}`,
    item: (index) => `Punto ${index}`,
    itemId: 'Id del punto',
    idError: 'Use letras minúsculas, cifras y guiones sueltos, y cada id una sola vez',
    textError: 'Escriba un texto de hasta 2000 caracteres en al menos un idioma',
    categoryId: 'Id de la categoría',
    categoryTitle: 'Título de la categoría',
    addItem: 'Agregar un punto',
    removeItem: (index) => `Quitar el punto ${index}`,
    addCategory: 'Agregar una categoría',
    removeCategory: (index) => `Quitar la categoría ${index}`,
    when: 'Cuándo se cierra la encuesta',
    settings: 'Cómo se cuenta y se publica',
    setting: {
      levels: {
        label: 'Número de niveles',
        hint: 'De 3 a 7. La escala habitual tiene 5, de totalmente en desacuerdo a totalmente de acuerdo.',
        error: 'Elija de 3 a 7 niveles, todos con título o ninguno',
      },
      closesAt: {
        label: 'La encuesta se cierra',
        hint: 'Después nadie puede responder. Con la encuesta abierta, solo puede ser más tarde.',
        error: 'Escriba un día y una hora',
      },
      importsCloseAt: {
        label: 'Las respuestas en papel se pueden ingresar hasta',
        hint: 'Déjelo vacío si eso termina con la encuesta. El conteo final lo espera.',
        error:
          'Escriba un momento posterior al cierre, más de 7 días antes de que se borren las respuestas',
      },
      minRespondents: {
        label: 'Mínimo de personas detrás de una cifra',
        hint: 'Una cifra solo se publica si hay al menos esa cantidad de personas detrás. Lo habitual es 11; se puede de 5 a 1000.',
        error: 'Escriba un número entero de 5 a 1000',
      },
      minOrganizations: {
        label: 'Mínimo de organizaciones detrás de una cifra',
        hint: 'Al menos esa cantidad de organizaciones debe estar detrás de una cifra. De 3 a 100.',
        error: 'Escriba un número entero de 3 a 100',
      },
      publishedAttributes: {
        label: 'Atributos por los que se desglosan los resultados',
        hint: 'Ids separados por comas, por ejemplo region, setting. Como máximo 5. Las organizaciones deben tener esos atributos. Déjelo vacío si no hay.',
        error:
          'Escriba como máximo 5 ids de letras minúsculas, cifras y guiones sueltos, separados por comas',
      },
      retentionDays: {
        label: 'Días hasta que se borran las respuestas',
        hint: 'Se cuentan desde el cierre. De 14 a 730. Las copias de seguridad las guardan 7 días más. Las cifras publicadas quedan.',
        error: 'Escriba un número entero de 14 a 730',
      },
    },
    mode: {
      label: 'Quién puede responder',
      hint: 'Los informes dicen cómo fue. Un enlace abierto es más fácil de compartir y también de inundar.',
    },
    modes: {
      open: { label: 'Cualquiera que tenga el enlace', hint: 'Nadie necesita un código.' },
      invited: { label: 'Personas con invitación', hint: 'La red invita a cada persona.' },
    },
    reports: { label: 'Quién puede ver los resultados', hint: '' },
    reportsTo: {
      planners: {
        label: 'Quienes planifican',
        hint: 'Solo quien inicia sesión como persona que planifica o administra.',
      },
      public: {
        label: 'Todo el mundo',
        hint: 'Cualquiera que tenga la dirección, sin iniciar sesión.',
      },
    },
    metric: {
      label: 'Los resultados van encabezados por',
      hint: 'Las tres medidas se calculan. Esta es la que los informes muestran primero.',
    },
    metrics: {
      agree: {
        label: 'La proporción de quienes están de acuerdo',
        hint: 'La más fácil de explicar.',
      },
      net: {
        label: 'Acuerdo menos desacuerdo',
        hint: 'Tiene en cuenta cuántas personas están en desacuerdo.',
      },
      mean: {
        label: 'El nivel medio',
        hint: 'Distingue un acuerdo fuerte de uno moderado.',
      },
    },
    download: 'Descargar como JSON',
    noTitle: 'sin título',
  },
  poll: {
    facts: {
      state: 'Estado',
      opened: 'Se abrió',
      closes: 'Se cierra',
      closed: 'Se cerró',
      importsClose: 'Las respuestas en papel se pueden ingresar hasta',
      expiry: 'Ninguna respuesta se borra antes de',
      organizations: 'Organizaciones',
      noClose: 'todavía sin elegir',
    },
    edit: 'Editar el borrador',
    results: 'Resultados',
    before: 'Antes de abrirla',
    ready: 'Está todo lo que hace falta.',
    closeNeeded: 'Elija cuándo se cierra: un momento que esté por venir.',
    organizationsNeeded: (has, needs) =>
      `Agregue organizaciones: tiene ${number(has)} y necesita al menos ${number(needs)}.`,
    translationsMissing: (language, { count, offered }) =>
      `${many(count, 'texto no está', 'textos no están')} en ${language}${offered ? '' : `: el formulario no se ofrecerá en ${language}`}. La encuesta se puede abrir de todos modos, pero después no se puede agregar ningún texto.`,
    open: 'Abrir la encuesta…',
    opening: {
      title: '¿Abrir la encuesta ahora?',
      confirm: 'Sí, abrirla ahora',
      points: (count, closes, mode) => [
        `Las personas de ${organizations(count)} pueden responder enseguida, hasta: ${closes}.`,
        'Esto no se puede deshacer: una encuesta abierta nunca vuelve a ser un borrador.',
        'Lo que se pregunta y todos los ajustes quedan como están ahora. Ni siquiera se puede corregir un error de escritura.',
        'El cierre solo puede ser más tarde. Puede cerrar la encuesta antes, pero no volver a abrirla.',
        ...(mode === 'open'
          ? ['Puede responder cualquiera que tenga el enlace.']
          : ['Los informes dirán que se respondió por invitación.']),
      ],
    },
    opened: 'La encuesta está abierta.',
    close: 'Cerrar la encuesta ahora…',
    closing: {
      title: '¿Cerrar la encuesta ahora?',
      confirm: 'Sí, cerrarla ahora',
      points: (closes) => [
        'Esto no se puede deshacer: una encuesta cerrada no se puede volver a abrir.',
        ...(closes === null ? [] : [`Si no, seguiría abierta hasta: ${closes}.`]),
        'Ya nadie puede responder ni cambiar o retirar sus respuestas. Las respuestas que esperan en un teléfono sin red se pierden.',
        'El conteo final se hace solo en unos minutos, y después la última publicación.',
      ],
    },
    closed: 'La encuesta está cerrada. El conteo final se hace solo.',
    closeEarly: 'Cerrarla antes',
    later: {
      title: 'Cerrarla más tarde',
      text: 'El cierre de una encuesta abierta solo puede ser más tarde.',
      label: 'Nuevo cierre',
      importsLabel: 'Las respuestas en papel se pueden ingresar hasta',
      button: 'Mover el cierre…',
      question: { title: '¿Mover el cierre?', confirm: 'Sí, moverlo' },
      points: (closes) => [
        `La encuesta sigue entonces abierta hasta: ${closes}.`,
        'No puede volver atrás. Para terminar antes, tendría que cerrarla a mano.',
      ],
      moved: 'El cierre se movió.',
    },
    afterClose:
      'La encuesta está cerrada. El conteo final y lo que se publicó están en “Publicación”.',
    asked: 'Lo que se pregunta, en todos los idiomas',
  },
  organizations: {
    caption: 'Organizaciones de esta encuesta',
    none: 'Esta encuesta todavía no tiene organizaciones. Agregue una o importe un archivo CSV.',
    add: 'Agregar una organización',
    import: 'Importar un archivo CSV',
    name: 'Nombre',
    id: {
      label: 'Id de la organización',
      hint: 'Forma parte de la dirección de su formulario, por ejemplo hope-house. La gente copia la dirección a mano de un cartel: elija un id corto. No se puede cambiar después.',
      error: 'Use de 1 a 32 letras minúsculas, cifras y guiones sueltos entre ellas',
    },
    idLong: (length) =>
      `El enlace a este formulario tendría ${number(length)} caracteres después del dominio. Casi nadie escribe más de 40 sin equivocarse: es mejor un id más corto.`,
    idTaken: 'Ya hay una organización con este id en esta encuesta. Elija otro',
    form: 'Formulario',
    formOf: (name) => `Formulario de ${name}`,
    attributes: 'Atributos',
    peopleServed: {
      label: 'Personas que atiende',
      hint: 'Si se sabe. Si todas las organizaciones lo tienen, los resultados también se ponderan así.',
      error: 'Escriba un número entero de 1 a 100,000,000, o nada',
    },
    expectedResponses: {
      label: 'Respuestas esperadas',
      hint: 'Un número aproximado. Sirve para distinguir una inundación de respuestas de un día con mucha participación.',
      error: 'Escriba un número entero de 1 a 10,000,000, o nada',
    },
    names: 'Nombre, como la gente la conoce',
    nameError: 'Escriba un nombre en al menos un idioma',
    attribute: 'Atributo',
    attributeHint:
      'Por ejemplo region: coast. Los resultados se pueden desglosar por los atributos que la encuesta publica.',
    value: 'Valor',
    attributeError: 'Escriba el id de un atributo y un valor de hasta 100 caracteres',
    addAttribute: 'Agregar un atributo',
    removeAttribute: (index) => `Quitar el atributo ${index}`,
    frozen:
      'A partir de la primera publicación ya no se pueden cambiar las personas que atiende ni los atributos.',
    addTitle: 'Agregar una organización',
    changeTitle: 'Cambiar una organización',
    setAside: 'Apartar respuestas',
    coordinatorsPage: 'Página de sus coordinadores',
    csv: {
      title: 'Importar un archivo CSV',
      text: 'Las organizaciones cuyo id ya existe se cambian y las demás se agregan; no se quita ninguna. No se guarda nada si no se puede guardar cada línea.',
      columns: 'Qué columnas puede haber',
      column: 'Columna',
      holds: 'Contiene',
      meanings: [
        ['id', 'Necesaria. Letras minúsculas, cifras y guiones, por ejemplo hope-house'],
        ['name', 'Necesaria: esta o una con idioma. El nombre en inglés'],
        ['name:es', 'El nombre en español; otros idiomas, igual'],
        ['peopleServed', 'Cuántas personas atiende, si se sabe'],
        ['expectedResponses', 'Cuántas respuestas se esperan, más o menos'],
        ['attribute:region', 'Un atributo, aquí “region”; otros, igual'],
      ],
      sample: 'Descargar un ejemplo',
      file: {
        label: 'Elegir un archivo CSV',
        hint: 'En UTF-8 con comas, como máximo 5000 líneas.',
      },
      paste: {
        label: 'O pegarlo, y corregirlo aquí',
        hint: 'La primera línea nombra las columnas.',
      },
      load: 'Importar',
      loaded: (all, created, changed) =>
        `Se leyeron ${organizations(all)}: ${number(created)} nuevas, ${number(changed)} con cambios, ${number(all - created - changed)} como antes.`,
      empty: 'Primero elija un archivo o pegue sus líneas',
      notUtf8: 'Este archivo no está en UTF-8. En Excel, guárdelo como “CSV UTF-8”',
      semicolons: 'Las columnas están separadas por punto y coma. Guarde el archivo con comas',
      faults: 'Qué hay que corregir',
      line: 'Línea',
      what: 'Se esperaba',
      header: 'encabezado',
      once: 'Cada id en una sola línea',
      whole: 'todo el archivo',
      nothingWritten: 'No se guardó nada. Corrija las líneas de abajo e importe otra vez.',
    },
  },
  participation: {
    asOf: (instant) => `Según el conteo de: ${instant}.`,
    final: 'Este es el conteo final.',
    interim: 'Se cuenta cada cierto tiempo, no con cada respuesta.',
    standsStill: 'La encuesta está cerrada; estos números no cambian hasta el conteo final.',
    notCounted:
      'Todavía no se ha contado nada, o los conteos se borraron junto con las respuestas.',
    responses: 'Respuestas',
    begun: 'Organizaciones que ya empezaron',
    begunOf: (begun, all) => `${number(begun)} de ${number(all)}`,
    notBegun: 'Quiénes no han empezado',
    everyone: 'Todas las organizaciones ya empezaron.',
    caption: 'Respuestas por organización',
    organization: 'Organización',
    expected: 'Esperadas',
    ofExpected: (share) => `${share} de lo esperado`,
    channels: 'Llegaron por',
    first: 'Primer día',
    last: 'Último día',
    setAside: 'Apartadas',
    inForce: 'según una lista',
    hidden: (minimum) =>
      `Cómo y en qué días llegaron las respuestas solo se muestra desde ${number(minimum)} respuestas, y no mientras esté en vigor una lista de lo apartado, para que no se pueda identificar a nadie.`,
    notShown: 'no se muestra',
  },
  release: {
    latest: 'Última publicación',
    number: (count) => `Publicación ${count}`,
    kinds: { interim: 'cifras provisionales', final: 'cifras finales' },
    kind: 'Tipo',
    asOf: 'Cifras al',
    none: 'Todavía no se ha publicado nada.',
    toResults: 'Ver los resultados',
    ask: 'Publicar ahora',
    askNote:
      'Cuenta lo que hay y publica lo que las reglas permiten. También se hace solo cada cierto tiempo. Pedirlo no causa ningún daño.',
    asked: 'Se pidió. Lo que resulte aparece aquí en menos de un minuto.',
    draft: 'No se puede publicar nada antes de abrir la encuesta.',
    withheld: 'Qué no se publicó y por qué',
    lastAttempt: (kind, since) =>
      `En el último intento no se publicaron cifras ${kind === 'final' ? 'finales' : 'provisionales'}${since === null ? '' : `, ni en ningún otro desde: ${since}`}. Las publicaciones anteriores quedan como están.`,
    noReason: 'No se indicó ninguna razón.',
    reasons: {
      'too-few-answers': 'Han respondido muy pocas personas.',
      'too-few-organizations': 'Muy pocas organizaciones tienen respuestas.',
      'dominant-organization': 'Una organización tiene la mayor parte de las respuestas.',
      'too-few-without-largest':
        'Sin la organización más grande han respondido muy pocas personas.',
      'too-small-a-difference':
        'Ha cambiado muy poco desde la última publicación: se podría identificar a alguien en la diferencia.',
      'could-be-worked-out':
        'De las cifras se podría deducir lo que respondieron las personas de una sola organización.',
    },
    nothingWithheld: 'No hay ninguna publicación retenida.',
    inside: 'Lo que no se publica dentro de la última publicación',
    insideAway:
      'No se pudo cargar lo que falta dentro de la publicación. La página de resultados también lo muestra.',
    finalCount: 'Conteo final',
    noEnd: 'La encuesta todavía no tiene cierre, por eso no hay conteo final.',
    due: 'Previsto',
    sealed: 'Todas las respuestas contadas y selladas',
    decided: 'Última publicación decidida',
    yes: 'sí',
    notYet: 'todavía no',
    pending: 'El conteo final empieza cuando se cierra la encuesta.',
    counting: 'El conteo final está en curso. Esta página vuelve a mirar sola.',
    deciding:
      'Todo está contado; se está decidiendo qué se publica. Esta página vuelve a mirar sola.',
    done: 'El conteo final está hecho. Contiene todas las respuestas que se aceptaron.',
  },
  exclusions: {
    title: 'Apartar respuestas',
    text: 'Si alguien inundó esta organización con respuestas inventadas, las de un día y de la vía por la que llegaron se pueden dejar fuera del conteo. Se conservan. Nadie puede elegir según lo que se respondió.',
    now: 'Apartadas ahora',
    nothing: 'No hay nada apartado.',
    day: 'Día (UTC)',
    dayError: 'Escriba un día',
    channel: 'Llegaron por',
    remove: (what) => `Volver a contar: ${what}`,
    add: 'Agregar a la lista',
    addTitle: 'Apartar más',
    reason: {
      label: 'Razón',
      hint: 'Queda en la lista de quién hizo qué. No nombre a nadie.',
      error: 'Diga por qué, en 500 caracteres como máximo',
    },
    unsaved: 'La lista cambió, pero todavía no está en vigor.',
    set: 'Poner la lista en vigor…',
    question: { title: '¿Poner esta lista en vigor?', confirm: 'Sí, ponerla en vigor' },
    points: (count) => [
      count === 0
        ? 'Todas las respuestas de esta organización vuelven a contar.'
        : `No se cuentan las respuestas de ${many(count, 'día y vía', 'días y vías')}, también las verdaderas y las que lleguen más tarde.`,
      'Lo que se publicó antes queda como está.',
      'Se puede cambiar hasta que empiece el conteo final, no después.',
    ],
    done: 'La lista está en vigor. Las respuestas se están contando de nuevo.',
    draft: 'Todavía nadie ha respondido: antes de abrir la encuesta no hay nada que apartar.',
  },
  audit: {
    text: 'Lo que hicieron quienes administran esta encuesta, lo más nuevo primero: qué se cambió, nunca qué dice. Las personas figuran con el identificador que les da el inicio de sesión.',
    caption: 'Quién hizo qué',
    when: 'Cuándo',
    what: 'Qué',
    who: 'Quién',
    none: 'Todavía no se ha hecho nada.',
    older: 'Mostrar lo anterior',
    act: (entry) => {
      if (entry.act === 'poll.put') {
        return entry.isNew ? 'Creó la encuesta' : `Cambió ${members(entry.changed)}`;
      }
      if (entry.act === 'poll.opened') return 'Abrió la encuesta';
      if (entry.act === 'poll.closed') return 'Cerró la encuesta';
      if (entry.act === 'release.requested') return 'Pidió una publicación';
      if (entry.act === 'organization.put') {
        return entry.isNew
          ? `Agregó la organización ${entry.organization}`
          : `Cambió ${members(entry.changed)} de la organización ${entry.organization}`;
      }
      if (entry.act === 'organizations.loaded') {
        return `Importó organizaciones, parte ${number(entry.part)}: ${number(entry.created)} nuevas, ${number(entry.changed)} con cambios`;
      }
      return `Apartadas de ${entry.organization}: ${entry.exclusions.length === 0 ? 'nada' : list(entry.exclusions.map(({ day, channel }) => `${day} (${CHANNELS[channel]})`))}. Razón: ${entry.reason}`;
    },
  },
};
