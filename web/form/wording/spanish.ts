import { instantIn } from './instant-in.ts';
import type { FormWording } from './wording.ts';

const instant = instantIn('es-US');

/** The respondents' pages in Spanish. */
export const spanish: FormWording = {
  language: 'es',
  name: 'Español',
  instant: (...when) => `el ${instant(...when)}`,
  skipToQuestions: 'Ir a las preguntas',
  readAloud: 'Leer en voz alta',
  stopReading: 'Dejar de leer',
  beforeYouStart: 'Antes de empezar',
  introduction: ({ organization, closes, minRespondents, retentionDays }) => [
    `${organization} le pregunta a usted. Otros grupos de recuperación preguntan lo mismo. Quienes planifican verán qué quiere primero la gente.`,
    'No necesita cuenta ni dar su nombre. Guardamos sus respuestas, el día en que las envió y de qué grupo es el enlace que usó. Nada más: ni nombre, ni teléfono, ni dirección de internet.',
    `Nadie en ${organization} puede ver sus respuestas. Solo se muestran totales, y solo de ${minRespondents} personas o más.`,
    `Puede saltarse cualquier pregunta. Puede cambiar o retirar sus respuestas${closes ? ` hasta ${closes}` : ' mientras la encuesta esté abierta'}.`,
    `Borramos todas las respuestas ${retentionDays} días después del cierre de la encuesta.`,
  ],
  more: 'Más sobre sus respuestas y su privacidad (otra pestaña)',
  levels: {
    3: ['En desacuerdo', 'Neutral', 'De acuerdo'],
    4: ['Totalmente en desacuerdo', 'En desacuerdo', 'De acuerdo', 'Totalmente de acuerdo'],
    5: [
      'Totalmente en desacuerdo',
      'En desacuerdo',
      'Neutral',
      'De acuerdo',
      'Totalmente de acuerdo',
    ],
    6: [
      'Totalmente en desacuerdo',
      'En desacuerdo',
      'Algo en desacuerdo',
      'Algo de acuerdo',
      'De acuerdo',
      'Totalmente de acuerdo',
    ],
    7: [
      'Totalmente en desacuerdo',
      'En desacuerdo',
      'Algo en desacuerdo',
      'Neutral',
      'Algo de acuerdo',
      'De acuerdo',
      'Totalmente de acuerdo',
    ],
  },
  clear: 'Borrar',
  clearKey: 'Supr',
  invitation: {
    label: 'Código de invitación',
    hint: 'Está en su tarjeta: 10 letras y números.',
    untied: 'El código solo le deja participar. No lo guardamos con sus respuestas.',
    missing: 'Escriba su código de invitación',
    mistyped: 'Revise su código de invitación: tiene un error',
    refused: 'Este código de invitación no sirve. Quizá ya se usó. Pida uno nuevo.',
  },
  progress: '{n} de {total} respondidas. Puede saltarse cualquiera.',
  send: 'Enviar mis respuestas',
  check: 'Siguiente: revisar y enviar',
  errorPrefix: 'Error: ',
  errorTitle: 'Hay un problema',
  nothingAnswered: 'Responda al menos una pregunta',
  thisPhone: {
    title: 'En este teléfono o computadora',
    keepDraft: 'Guardar aquí mis respuestas hasta que las envíe',
    hint: 'Solo si nadie más lo usa. Si no, se pierden al salir de esta página.',
    forget: 'Olvidar en este teléfono',
    forgotten: {
      title: 'Olvidado',
      text: ['Ya no queda nada de esto en este teléfono. Lo enviado sigue enviado.'],
    },
  },
  privateLink: {
    title: 'Su enlace privado',
    text: ({ closes }) => [
      `Con este enlace puede cambiar o retirar sus respuestas, en cualquier teléfono o computadora${closes ? `, hasta ${closes}` : ''}.`,
      'Quien tenga el enlace también puede hacerlo. No lo comparta. Si lo pierde, nadie puede recuperarlo. Entonces sus respuestas quedan como están.',
    ],
    copy: 'Copiar el enlace',
    copied: 'Copiado',
    qr: 'El enlace privado como código QR',
    keep: 'Guardar este enlace en este teléfono',
    kept: 'Su enlace privado está en este teléfono',
    pasteTitle: '¿Tiene un enlace privado?',
    pasteText:
      'Pegue aquí el enlace completo para retirar sus respuestas. Puede responder otra vez.',
    pasteLabel: 'Su enlace privado',
    notALink: 'Pegue el enlace privado completo',
    anotherForm: {
      title: 'Este enlace es de otro formulario',
      text: ['No se retiró nada. Abra ese formulario y pegue allí su enlace.'],
    },
    openOther: 'Abrir ese formulario',
  },
  sent: { title: 'Sus respuestas se enviaron', text: ['Gracias. Sus respuestas cuentan.'] },
  change: 'Cambiar mis respuestas',
  takeBack: 'Retirar mis respuestas',
  done: 'Terminar y limpiar esta página',
  waiting: {
    title: 'Esperando para enviar',
    text: [
      'Sus respuestas aún no se enviaron. Ellas y su enlace privado se quedan en este teléfono. Se envían cuando vuelva la conexión o abra de nuevo esta página.',
    ],
  },
  waitingWithoutStorage:
    'Sus respuestas aún no se enviaron. Deje esta página abierta hasta que se envíen.',
  waitingToTakeBack: {
    title: 'Esperando para retirar sus respuestas',
    text: ['Se hará cuando vuelva la conexión.'],
  },
  tryNow: 'Intentar ahora',
  busy: 'El servicio está ocupado. Lo intentamos de nuevo pronto.',
  offline: 'No hay conexión.',
  waitedAndSent: {
    title: 'Enviado',
    text: ['Lo que esperaba ya se envió.'],
  },
  changing: {
    title: 'Cambiar sus respuestas',
    text: ['Son las que envió. Cambie lo que quiera y envíelas de nuevo.'],
  },
  sending: 'Enviando …',
  fetching: 'Buscando sus respuestas',
  answeredHere: {
    title: 'Su enlace privado está en este teléfono',
    text: [],
  },
  askTakeBack: {
    title: '¿Retirar sus respuestas?',
    text: [
      'Ya no contarán. Los totales publicados quedan como están. Las copias de seguridad guardan sus respuestas 7 días más.',
      'No se puede deshacer. Puede responder otra vez.',
    ],
  },
  yesTakeBack: 'Sí, retirarlas',
  noKeep: 'No, dejarlas',
  takenBack: {
    title: 'Retiró sus respuestas',
    text: ['Ya no cuentan. Las copias de seguridad guardan sus respuestas 7 días más.'],
  },
  refused: {
    closed: {
      title: 'La encuesta se cerró',
      text: [
        'Lo que acaba de hacer no cuenta. Las respuestas enviadas antes del cierre cuentan como están.',
      ],
    },
    notOpenYet: {
      title: 'La encuesta aún no está abierta',
      text: ['Sus respuestas no se enviaron. Inténtelo cuando la encuesta esté abierta.'],
    },
    superseded: {
      title: 'Hay respuestas más nuevas',
      text: ['Usted las cambió en otro lugar. Cuentan las más nuevas, no estas.'],
    },
    withdrawn: {
      title: 'Estas respuestas se retiraron',
      text: ['No cuentan.'],
    },
    unknownResponse: {
      title: 'No hay respuestas para este enlace',
      text: ['Revise que esté completo. Si lo está, las respuestas no llegaron o se borraron.'],
    },
    other: {
      title: 'No funcionó',
      text: ['Sus respuestas no se enviaron.'],
    },
  },
  answerAgain: 'Responder desde el principio',
  startAgain: 'Mostrar las respuestas más nuevas',
  checking: {
    title: 'Revise sus respuestas',
    text: 'Sus respuestas aún no se enviaron.',
    answered: (answered, items) => `Respondió ${answered} de ${items} preguntas.`,
    open: 'Sin responder',
    back: 'Volver y cambiar',
  },
  pages: {
    notOpenYet: {
      title: 'Esta encuesta aún no está abierta',
      text: ['Vuelva más tarde o pregunte al grupo que le dio este enlace.'],
    },
    closed: ({ closes, retentionDays }) => ({
      title: 'Esta encuesta se cerró',
      text: [
        closes ? `Se cerró ${closes}. Ya no se pueden enviar ni cambiar respuestas.` : '',
        `Las respuestas enviadas antes cuentan. Se borran ${retentionDays} días después del cierre.`,
        'Gracias a todas las personas que participaron.',
      ],
    }),
    unknown: {
      title: 'No hay ninguna encuesta en esta dirección',
      text: ['Revise si el enlace tiene errores o pregunte al grupo que se lo dio.'],
    },
    away: {
      title: 'No se puede llegar al servicio',
      text: [
        'Quizá esté ocupado. Espere medio minuto e inténtelo de nuevo. Si acaba de enviar respuestas desde esta página, vuelva atrás y envíelas otra vez: no hay problema en hacerlo.',
      ],
    },
    slowed: {
      title: 'Espere un poco, por favor',
      text: [
        'En este momento llegan muchísimas respuestas de este grupo. Las suyas aún no se han enviado. Deje esta página abierta y envíelas en unos diez minutos.',
      ],
    },
    tooLarge: {
      title: 'Es más de lo que acepta este formulario',
      text: ['Vuelva al formulario e inténtelo de nuevo.'],
    },
  },
  tryAgain: 'Intentar de nuevo',
  backToForm: 'Volver al formulario',
  about: {
    title: 'Qué pasa con sus respuestas',
    passages: ({ organization, closes, minRespondents, minOrganizations, retentionDays }) => [
      {
        title: 'Quién pregunta',
        text: [
          `${organization} le invita. Es una de muchas organizaciones comunitarias de recuperación de una red que hacen las mismas preguntas. La red y quienes planifican en el estado miran los totales.`,
          'Participar es decisión suya. Nada de lo que usted recibe depende de ello.',
        ],
      },
      {
        title: 'Qué guardamos',
        text: [
          `Sus respuestas, el día en que las envió por primera vez, que llegaron por ${organization}, que llegaron por este formulario y cuántas veces las cambió. Nada más.`,
          'No guardamos su nombre, teléfono, correo, dirección de internet, idioma ni la hora. Esta página no usa cookies ni pide nada a otra empresa. Nuestros registros no contienen direcciones ni respuestas.',
        ],
      },
      {
        title: 'Quién puede ver qué',
        text: [
          'Unos programas cuentan las respuestas. Ninguna página muestra a nadie las respuestas de una persona, salvo a esa persona con su enlace privado.',
          `${organization} ve cuántas personas respondieron, nunca qué respondieron. Si un grupo es muy pequeño, la gente puede adivinar quién participó.`,
          `Se publican totales de al menos ${minRespondents} personas de al menos ${minOrganizations} organizaciones. Si todas las personas de un total respondieron lo mismo, ese total dice qué respondió cada una.`,
          'Quien maneja las computadoras podría mirar la base de datos si rompiera las reglas. Lo que hay allí no nombra a nadie.',
        ],
      },
      {
        title: 'Su enlace privado',
        text: [
          `Después de enviar recibe un enlace privado. Con él puede cambiar o retirar sus respuestas${closes ? `, hasta ${closes}` : ''}. La parte secreta del enlace nunca sale de su teléfono como parte de una dirección. Nuestro servicio la recibe solo cuando usted envía, cambia o retira sus respuestas. Guarda solo una huella de ella.`,
          'Quien tenga su enlace puede hacer lo mismo. Si lo pierde, nadie puede devolvérselo. Entonces sus respuestas quedan como están.',
        ],
      },
      {
        title: 'Si retira sus respuestas',
        text: [
          'Ya no cuentan en lo que se publique después. Los totales ya publicados quedan como están. Las copias de seguridad guardan lo que retiró 7 días más; luego desaparece.',
        ],
      },
      {
        title: 'En su teléfono',
        text: [
          'Su teléfono guarda una copia de este formulario, sin respuestas, para abrirlo sin conexión. Las respuestas que no se pudieron enviar esperan en su teléfono, con el enlace privado, hasta que se envíen. Un borrador o el enlace se guardan solo si usted lo pide. Un borrador de cambios guarda también el enlace, hasta que los envíe. «Olvidar en este teléfono» borra todo.',
          'La dirección del formulario puede quedar en el historial de su navegador, como la de cualquier página.',
        ],
      },
      {
        title: 'Cuándo termina',
        text: [
          `Todas las respuestas se borran ${retentionDays} días después del cierre de la encuesta, y de las copias de seguridad 7 días más tarde. Los totales publicados quedan.`,
        ],
      },
    ],
  },
};
