import { spanish as report } from '../../../../core/report/wording/spanish.ts';
import { instantIn } from '../../instant-in.ts';
import type { OrganizationWording } from './wording.ts';

const { number, day, list } = report;
const people = (count: number): string => (count === 1 ? '1 persona' : `${number(count)} personas`);
const rows = (count: number): string => `${number(count)} fila${count === 1 ? '' : 's'}`;
const CHANNELS: Readonly<Record<string, string>> = {
  web: 'por el formulario web',
  api: 'por otro programa',
  paper: 'en papel',
};

const channelList = (channels: Readonly<Partial<Record<string, number>>>): string =>
  list(
    Object.entries(channels).flatMap(([channel, count = 0]) =>
      count > 0
        ? [`${number(count)} ${count === 1 ? 'llegó' : 'llegaron'} ${CHANNELS[channel] ?? channel}`]
        : [],
    ),
  );

/** A coordinator's pages in Spanish. */
export const organizationSpanish: OrganizationWording = {
  language: 'es',
  instant: instantIn('es-US'),
  day,
  signInAgain: 'Iniciar sesión de nuevo',
  signedOut: {
    title: 'Su sesión terminó',
    text: 'Inicie sesión de nuevo para seguir. Volverá a esta página.',
  },
  notYours: {
    title: 'Esta no es su organización',
    text: 'Inició sesión, pero su cuenta no está a cargo de esta organización, así que no se muestra nada de ella. Si debería estarlo, avise a la red que organiza la encuesta; o cierre la sesión y use otra cuenta.',
  },
  tooMany: {
    title: 'Demasiadas solicitudes a la vez',
    text: 'Espere medio minuto e inténtelo de nuevo.',
  },
  away: {
    title: 'El servicio no responde',
    text: 'La red o el servicio no está disponible. Inténtelo de nuevo en un momento.',
  },
  lead: 'Para quienes están a cargo de esta organización',
  noPolls: {
    title: 'Todavía no hay ninguna encuesta',
    text: 'Esta organización no participa en ninguna encuesta. Cuando la red que organiza las encuestas la incluya en una, aparecerá aquí.',
  },
  back: 'Volver a la organización',
  print: 'Imprimir',
  states: {
    draft: ({ closes }) =>
      `Aún no está abierta: la red la está preparando y nadie puede responder.${closes ? ` Está previsto que cierre el ${closes}.` : ''}`,
    open: ({ closes }) => (closes ? `Abierta hasta el ${closes}.` : 'Abierta.'),
    closed: ({ closes, importsClose }) =>
      `Cerrada${closes ? ` desde el ${closes}` : ''}: ya nadie puede responder.${importsClose ? ` Las respuestas en papel se pueden entregar hasta el ${importsClose}.` : ''}`,
  },
  link: {
    heading: 'El enlace al formulario',
    notOpenYet:
      'Ya puede imprimirlo. Hasta que se abra la encuesta, el formulario dice que aún no está abierta.',
    long: 'Este enlace es largo para escribirlo a mano. El código QR funciona igual; si la gente tiene que escribirlo, pida a la red identificadores más cortos para la próxima encuesta.',
    copy: 'Copiar el enlace',
    copied: 'El enlace está copiado.',
    notCopied: 'Este navegador no deja que la página copie. Seleccione el enlace y cópielo usted.',
    qr: 'El enlace al formulario como código QR',
    download: 'Descargar el código QR (SVG)',
    poster: 'Cartel para imprimir',
  },
  poster: {
    title: 'Cartel',
    note: 'Cabe en una hoja de papel carta o A4. Pruebe el código con un teléfono antes de colgarlo.',
    draft: 'La encuesta aún no está abierta y su cierre todavía puede cambiar.',
    over: {
      title: 'Aquí no hay nada que imprimir',
      text: 'La encuesta de esta dirección está cerrada, o esta organización no participa en ella.',
    },
  },
  sheet: {
    asks: (organization) => `${organization} le pregunta a usted.`,
    purpose:
      'Otros grupos de recuperación preguntan lo mismo. Quienes planifican verán qué quiere primero la gente.',
    how: 'Apunte la cámara de un teléfono al código o escriba la dirección:',
    qr: 'La dirección como código QR',
    points: ({ organization, minRespondents }) => [
      'Participar es decisión suya. Nada de lo que usted recibe depende de ello.',
      'No necesita cuenta ni dar su nombre. No se guarda ningún teléfono ni dirección de internet.',
      `Nadie en ${organization} puede ver sus respuestas. Solo se muestran totales, y solo de ${minRespondents} personas o más.`,
      'Puede saltarse cualquier pregunta. Puede cambiar o retirar sus respuestas mientras la encuesta esté abierta.',
    ],
    invited: 'Necesita el código de invitación de su tarjeta.',
    until: (closes) => `Abierta hasta el ${closes}.`,
  },
  participation: {
    heading: 'Cuántas personas han respondido',
    loading: 'Cargando el número…',
    uncounted: {
      draft: 'Todavía nadie puede responder, así que no hay ningún número.',
      open: 'Todavía no se ha contado nada. El primer número llega en una hora, más o menos.',
      closed:
        'Ahora no hay ningún número. El conteo final llega poco después del cierre; más tarde los números se borran junto con las respuestas.',
    },
    responses: (count) =>
      count === 0
        ? 'No ha respondido nadie.'
        : `${count === 1 ? 'Ha' : 'Han'} respondido ${people(count)}.`,
    expected: (count) => `Se esperan unas ${number(count)}.`,
    setAside:
      'La red deja fuera del conteo las respuestas de ciertos días y vías; por eso no se muestra cómo ni cuándo respondieron.',
    channels: (channels) => `${channelList(channels)}.`,
    days: (first, last) =>
      first === last ? `Todas el ${first}.` : `La primera el ${first}, la última el ${last}.`,
    few: (minRespondents) =>
      `Cómo y cuándo respondieron se muestra a partir de ${number(minRespondents)} personas, para que no se pueda identificar a nadie.`,
    counted: (instant) => `Al ${instant}.`,
    pace: {
      draft: 'El número no se actualiza al instante: se cuenta cada cierto tiempo.',
      open: 'El número no se actualiza al instante: se cuenta cada cierto tiempo.',
      closed: 'El número no cambia hasta el conteo final.',
    },
    final: 'Este es el conteo final.',
    neverWhat: 'Usted ve cuántas personas respondieron, nunca qué respondieron.',
  },
  invitations: {
    heading: 'Invitaciones',
    text: 'Para responder esta encuesta hace falta un código de invitación, que sirve una sola vez. Cree aquí los códigos e imprímalos en tarjetas para repartir.',
    notHere:
      'Este servicio no puede crear códigos de invitación. Pida las tarjetas a la red que organiza la encuesta.',
    howMany: 'Cuántos códigos',
    hint: (most) => `Un número entero, como máximo ${number(most)} cada vez.`,
    wrongNumber: (most) => `Escriba un número entero del 1 al ${number(most)}`,
    make: 'Crear códigos y tarjetas',
    making: 'Creando los códigos…',
    notNow: 'No se pueden crear códigos mientras la encuesta no esté abierta. No se creó ninguno.',
    damaged: 'Los códigos no llegaron completos. Cree otros y no use ninguno de estos.',
    made: (count) => `${number(count)} tarjeta${count === 1 ? '' : 's'} para imprimir`,
    onlyNow:
      'Estos códigos solo se muestran ahora: nadie puede volver a mostrarlos, porque el servicio solo guarda su huella (hash). Imprímalos antes de salir de esta página. Si no lo logra, cree otros.',
    leaving: {
      title: '¿Salir de las tarjetas?',
      text: 'Nadie puede volver a mostrar estos códigos. Si no están impresos, se pierden y tendrá que crear otros.',
      leave: 'Salir de las tarjetas',
      stay: 'Quedarse aquí',
    },
    done: 'Ya están impresas: cerrar las tarjetas',
  },
  slip: {
    code: 'Código de invitación',
    how: 'Escanee o escriba la dirección y luego el código. Sirve una sola vez.',
    choice: 'Participar es decisión suya.',
    apart: 'No se guarda con sus respuestas.',
  },
  paper: {
    heading: 'Respuestas en papel',
    text: 'Suba las respuestas que la gente dio en papel, como archivo CSV: una fila por hoja, una columna por punto y en cada celda el número del nivel, o nada si quedó sin responder.',
    notHere: 'Este servicio todavía no recibe respuestas en papel. No se subió nada.',
    file: 'Archivo con las respuestas',
    hint: 'CSV, como máximo 10 MB. Sin nombres: el archivo se borra a los 7 días.',
    emptyFile: 'Descargar un archivo vacío (CSV)',
    emptyFileNote:
      'Nombra las columnas: los identificadores de los puntos. Agregue una fila por cada hoja.',
    noFile: 'Elija un archivo que no esté vacío',
    tooLarge: (megabytes) => `Elija un archivo de ${number(megabytes)} MB como máximo`,
    upload: 'Subir',
    uploading: 'Subiendo el archivo…',
    waiting: 'El archivo llegó y espera a ser leído.',
    counting: (read) => `Leyendo el archivo: ${rows(read)} hasta ahora.`,
    done: (accepted, rejected) =>
      `${rows(accepted)} ${accepted === 1 ? 'aceptada' : 'aceptadas'}, ${rejected === 0 ? 'ninguna rechazada' : `${number(rejected)} ${rejected === 1 ? 'rechazada' : 'rechazadas'}`}.`,
    rejectedNote:
      'Las filas rechazadas no cuentan. Corríjalas en un archivo aparte y súbalo; no suba otra vez las filas aceptadas.',
    download: 'Descargar las filas rechazadas (CSV)',
    failed: 'El archivo no se puede usar tal como está y ninguna de sus filas cuenta:',
    notUploaded: 'El archivo no llegó y ninguna de sus filas cuenta. Inténtelo otra vez.',
    notNow:
      'Ahora no se reciben respuestas en papel para esta encuesta: aún no está abierta o ya terminó.',
    another: 'Subir otro archivo',
  },
};
