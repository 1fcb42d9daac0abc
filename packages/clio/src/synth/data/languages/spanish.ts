import type { LanguageSource } from "../../language-source.ts";

export const spanish: LanguageSource = {
  slots: {
    ciudad: "Valencia|Bogotá|Sevilla|Lima|Rosario|Guadalajara|Bilbao|Quito|Málaga|Montevideo",
    pais: "España|México|Alemania|Canadá|Portugal|Chile|Francia|Argentina",
    plazo: "dos semanas|un mes|tres meses|diez días|medio año",
    persona: "mi hermana|mi jefe|un amigo|mi vecina|mi pareja|mi compañero de piso|mi prima",
    familiar: "mi madre|mi padre|mi abuela|mi abuelo|mi suegra",
    dinero: "50 euros|200 euros|800 euros|1.500 euros|300 dólares",
    comida: "garbanzos|espinacas|pollo|arroz|calabacín|huevos|lentejas|atún|patatas",
    texto:
      "Ayer fuimos a el mercado y compremos muchas frutas. {El ayuntamiento dice que habrán obras hasta junio.|A mi me gusta que los vecinos se conocen.}|En los últimos años muchas personas ha cambiado su forma de trabajar. {Sin embargo, no todos esta de acuerdo.|El informe muestra que los gastos subieron un 12%.}|Estimado señor, le escribo por que todavía no recibí la factura. {Espero su respuesta lo antes posible.|Hace dos semanas que esperamos.}",
  },
  openers: [
    "{Hola|Buenas|Buenos días|Buenas tardes}{.|!}",
    "{Una pregunta rápida.|Perdona la molestia.|Necesito ayuda con algo.|No sé si es el sitio correcto.}",
  ],
  closers: [
    "{Gracias.|¡Muchas gracias!|Gracias de antemano.}",
    "{Explícamelo paso a paso.|Respuesta corta, por favor.|Es un poco urgente.|Con un ejemplo, si puede ser.}",
  ],
  circumstances: [
    "{Llevo toda la tarde con esto.|Vivo en $ciudad.|No entiendo mucho del tema.|$Persona me dijo que preguntara aquí.}",
  ],
  followUps: [
    "{¿Puedes hacerlo más corto?|¿Y después qué hago?|¿Por qué?|¿Me das otro ejemplo?|Eso ya lo probé.|¿Cuánto costaría?|Sigue, por favor.}",
  ],
  thanks: ["{Gracias, me sirve mucho.|Perfecto, gracias.|Vale, lo voy a probar.}"],
  replies: [
    "{Claro|Por supuesto|Con gusto}. {Te propongo lo siguiente.|Vamos por partes.|Lo más importante es empezar por lo básico.} {¿Quieres más detalles?|Dime si algo no queda claro.|}",
  ],
  topics: {
    "debug-python": String.raw`
      Mi {script|programa} en Python {da un error|se cierra solo|no hace nada} cuando {leo el archivo|la lista está vacía|llamo a la función dos veces}. {¿Qué puede ser?|¿Cómo lo arreglo?}
      {Me sale|Me aparece} {KeyError|TypeError|IndentationError} en Python y no entiendo {por qué|la línea que marca}. {Estoy empezando a programar.|}
      ¿Cómo {depuro|reviso paso a paso} un {bucle|programa} de Python en {VS Code|PyCharm} {sin llenarlo de prints|}?`,
    "spreadsheet-formula": String.raw`
      {¿Qué fórmula de Excel|¿Cómo puedo en Excel} {suma solo las filas de un mes|busca un precio en otra hoja|quita los duplicados|calcula los días entre dos fechas}?
      Mi {BUSCARV|tabla dinámica|hoja de cálculo} {da #N/A|no actualiza|muestra números raros}. {¿Qué hago mal?|¿Cómo se corrige?}
      Necesito una {hoja|plantilla de Excel} para {controlar gastos|turnos del personal|inventario} {con totales automáticos|}.`,
    "debug-sql-query": String.raw`
      Esta consulta SQL {devuelve filas duplicadas|tarda cinco minutos|no devuelve nada}: SELECT c.nombre, COUNT(*) FROM clientes c LEFT JOIN pedidos p ON p.cliente_id = c.id GROUP BY c.nombre. {¿Por qué?|¿Cómo la mejoro?}
      ¿Cómo saco {el último pedido de cada cliente|los clientes sin compras|el total por mes} en {MySQL|PostgreSQL}? Mi consulta {falla|da un error de GROUP BY}.
      {El JOIN|La subconsulta} de mi base de datos {cuenta todo dos veces|da valores nulos|es muy lenta}. {Ayuda, por favor.|¿Qué reviso primero?}`,
    "linux-shell": String.raw`
      ¿Cómo {busco archivos grandes|cambio permisos de una carpeta|mato un proceso} en Linux {desde la terminal|con un solo comando}?
      {Escribe|Necesito} un script de bash que {haga una copia de seguridad cada noche|renombre mis fotos por fecha|borre registros viejos}.
      {Ubuntu no arranca|Mi servidor Linux se quedó sin espacio|sudo no funciona} {después de actualizar|desde ayer}. {¿Qué comandos pruebo?|}`,
    "shared-notebooks": String.raw`
      ¿Cómo {comparto un cuaderno con|invito al cuaderno a} $persona {en esta aplicación|}?
      {He visto|Me llegó un correo sobre} los nuevos cuadernos compartidos. {¿Para qué sirven?|¿Son gratis?|¿Cuándo los tendré?}
      En nuestro cuaderno {no aparecen las notas|no puedo editar|no sé quién ve mis borradores}. {¿Cómo se arregla?|}`,
    "email-draft": String.raw`
      {Escribe|Ayúdame a redactar} un correo {formal|amable} a {mi casero|un cliente|mi profesora|recursos humanos} para {pedir un aplazamiento|reclamar una factura|cambiar una cita|rechazar una oferta}.
      ¿Cómo {empiezo|termino} un correo {a alguien que no conozco|para reclamar sin sonar grosero}?
      Tengo que {contestar|responder} a este mensaje y {decir que no|pedir más tiempo}: "{Necesitamos su respuesta antes del viernes.|¿Podría enviarnos el presupuesto?|Lamentamos informarle del retraso.}"`,
    proofread: String.raw`
      {Corrige|Revisa} {la ortografía|la gramática|los errores} de este texto: $texto
      ¿Está bien escrita esta frase? "{Haber si nos vemos pronto|Habían muchas personas|Le dije de que viniera|La gente están cansados}"
      {Revisa mi texto y|Por favor,} {marca los errores|corrige solo lo necesario}: $texto`,
    "summarize-document": String.raw`
      {Resume|Hazme un resumen de} este texto en {tres frases|cinco puntos|un párrafo}: $texto
      ¿Cuáles son {las ideas principales|los puntos clave} de lo siguiente? $texto
      {No tengo tiempo de leer el informe.|El documento es muy largo.} ¿Puedes resumirlo? $texto`,
    "translate-text": String.raw`
      ¿Cómo se dice "{nos vemos mañana|tengo alergia a los frutos secos|que te mejores|la cuenta, por favor}" en {inglés|francés|alemán|japonés}?
      {Traduce|Tradúceme} al {inglés|italiano|alemán} este texto: $texto
      {Me escribieron|Recibí una carta} en {alemán|inglés} y no la entiendo bien. ¿Puedes traducir al español {la parte del contrato|lo que pone del pago|el último párrafo}?`,
    "grammar-question": String.raw`
      ¿Cuándo se usa {"por" y cuándo "para"|el subjuntivo|"since" y cuándo "for" en inglés|el pretérito perfecto}?
      Explícame {los verbos irregulares|los phrasal verbs|la voz pasiva|los condicionales} en inglés {con ejemplos|para principiantes}.
      ¿Qué diferencia hay entre {"ser" y "estar"|"sino" y "si no"|"make" y "do"|"aun" y "aún"}? {Siempre me confundo.|}`,
    "social-media-calendar": String.raw`
      {Ideas|Un plan} de publicaciones para el Instagram de {una panadería|una tienda de plantas|un gimnasio} {durante un mes|con tres posts por semana}.
      {Escribe|Dame} un texto para Instagram sobre {nuestro menú nuevo|una oferta de verano|la apertura en $ciudad}.
      Nuestra página de {Facebook|Instagram|TikTok} {no crece|no tiene comentarios}. {¿Qué publicamos?|¿A qué hora conviene publicar?}`,
    "business-plan": String.raw`
      Quiero {abrir|montar} {una cafetería|una tienda en línea|un taller de bicicletas|una academia} en $ciudad. {¿Por dónde empiezo?|¿Cuánto dinero necesito?|¿Qué permisos hacen falta?}
      {Ayúdame con|Hazme} un plan de negocio para {una panadería|una empresa de limpieza|un food truck}.
      ¿Es {rentable|buena idea} {un negocio de plantas|vender velas por internet|una lavandería} {hoy en día|en $ciudad}?`,
    "tax-question": String.raw`
      ¿Puedo {desgravar|deducir} {el alquiler|un portátil|la cuota de autónomo|la gasolina} en la declaración de la renta?
      {Hacienda me pide|Tengo que pagar} $dinero y no entiendo por qué. {¿Puedo reclamar?|¿Qué plazo tengo?}
      ¿Cómo declaro {un segundo trabajo|el alquiler de un piso|ingresos de otro país} en los impuestos?`,
    "budget-plan": String.raw`
      Gano {1.300|1.800|2.400} euros y {no llego a fin de mes|no consigo ahorrar}. {Hazme un presupuesto.|¿Qué gastos recorto?}
      ¿Cómo hago un presupuesto {familiar|mensual} {para cuatro personas|con sueldo variable}?
      Quiero ahorrar $dinero en $plazo. {¿Es realista?|¿Cuánto aparto cada mes?}`,
    "rental-dispute": String.raw`
      Mi casero {no me devuelve la fianza|quiere subir el alquiler|no arregla la caldera}. {¿Qué derechos tengo?|¿Es legal?}
      ¿Puedo {dejar el piso antes de tiempo|subarrendar una habitación|negarme a la subida del alquiler} {con contrato de un año|}?
      El inquilino {no paga desde hace tres meses|se niega a irse}. ¿Cómo {reclamo el alquiler|rescindo el contrato}?`,
    "visa-immigration": String.raw`
      ¿Qué visado necesito para {trabajar|estudiar|vivir con mi pareja|jubilarme} en $pais {si soy de $pais2|}?
      Mi {permiso de residencia|visado|NIE} {caduca pronto|fue denegado|sigue en trámite desde hace $plazo}. {¿Puedo viajar?|¿Qué hago?|¿Cómo recurro?}
      {¿Qué documentos piden|¿Cuánto tardan} para {la nacionalidad|la reagrupación familiar|el arraigo|la visa de estudiante} en $pais?
      ¿Cómo {traigo a|consigo papeles para} {mis padres|mi marido|mi hijo} a $pais? {Soy residente desde hace dos años.|Tengo contrato fijo.}
      {Ayúdame a escribir|Necesito} una carta {de invitación|para el consulado|explicando mi solicitud} para un visado de {turista|trabajo|estudios} a $pais.`,
    symptoms: String.raw`
      {Me duele|Siento pinchazos en} {la espalda|el pecho|la rodilla|el estómago} desde hace {tres días|una semana}. {¿Debo ir al médico?|¿Qué puede ser?}
      Mi hijo tiene {fiebre de 39|manchas rojas|tos seca} {desde anoche|y no quiere comer}. {¿Es urgente?|¿Qué hago?}
      ¿Es normal {marearse al levantarse|despertarse sudando|tener calambres por la noche}? {Tengo 45 años.|Me preocupa.}`,
    sleep: String.raw`
      {No puedo dormir|Me despierto a las tres} {desde hace semanas|todas las noches}. {¿Qué me recomiendas?|¿Sirve la melatonina?}
      ¿Cuántas horas de sueño {necesita un adolescente|son suficientes|hacen falta a los 60 años}?
      {Trabajo de noche|Tengo jet lag} y duermo fatal. ¿Cómo {arreglo mi horario de sueño|descanso de día}?`,
    "elder-care": String.raw`
      $Familiar {tiene demencia|ya no puede vivir solo|se cae mucho en casa}. {¿Residencia o cuidadora?|¿Qué ayudas hay?}
      ¿Cuánto cuesta {una residencia de mayores|una cuidadora interna|un centro de día} en {$ciudad|$pais}?
      Cuido a $familiar y {estoy agotada|mis hermanos no ayudan}. {¿Cómo me organizo?|¿Tengo derecho a una ayuda?}`,
    "anxiety-stress": String.raw`
      {Tengo ansiedad|Me siento agobiado|Me da pánico} {en el trabajo|por las noches|antes de cada examen}. {¿Qué puedo hacer?|¿Cómo me calmo?}
      ¿Cómo sé si {tengo depresión|es un ataque de ansiedad|estoy quemado del trabajo}?
      {Un ejercicio de respiración|Técnicas} contra {el estrés|los nervios|la ansiedad} {que duren cinco minutos|para ahora mismo}.`,
    "workout-plan": String.raw`
      {Hazme|Quiero} una rutina de {gimnasio|ejercicios en casa} {para principiantes|de tres días por semana|sin material}.
      ¿Cuántas {series|repeticiones} hago de {sentadillas|dominadas|press de banca} para {ganar músculo|coger fuerza}?
      Entreno {cuatro días|desde hace un año} y {no veo resultados|no subo de peso}. ¿Qué cambio en mi entrenamiento?`,
    "meal-plan": String.raw`
      {Prepárame|Necesito} un menú semanal {saludable|vegetariano|barato} para {dos personas|una familia de cuatro}.
      ¿Qué {ceno|como} {con diabetes|para bajar el colesterol|si llego tarde a casa}? {Ideas para toda la semana.|}
      Una {dieta|lista de la compra} de {1.800 calorías|siete días} {sin gluten|con mucha proteína}, por favor.`,
    "recipe-from-ingredients": String.raw`
      Tengo $comida, $comida2 y {cebolla|queso|tomate}. {¿Qué puedo cocinar?|¿Qué ceno hoy?}
      {Receta|Dame una receta} de {tortilla|paella|gazpacho|croquetas|arepas} {fácil|como la de mi abuela|para seis}.
      ¿Qué hago con las sobras de $comida? {Algo rápido.|Sin horno, por favor.}`,
    itinerary: String.raw`
      ¿Qué {ver|hacer} en {Lisboa|Roma|Granada|Cartagena|Cusco} en {tres días|un fin de semana} {con niños|sin coche|con poco dinero}?
      {Organízame|Planea} un viaje de {una semana|diez días} por {Portugal|Italia|Perú|el norte de España}.
      ¿Merece la pena {Cusco|Oporto|Marrakech} en {agosto|invierno}? {Viajamos en pareja.|Es nuestro primer viaje.}`,
    houseplants: String.raw`
      Mi {monstera|orquídea|poto|cactus} {tiene hojas amarillas|se está secando|pierde hojas}. {¿Qué le pasa?|¿La riego demasiado?}
      ¿Cada cuánto {riego|abono} una {orquídea|sansevieria|albahaca} {en invierno|dentro de casa}?
      {Hay mosquitas|Veo bichos blancos} en mis plantas de interior. ¿Cómo las {elimino|salvo}?`,
    "cleaning-stains": String.raw`
      ¿Cómo quito una mancha de {vino|sangre|aceite|tinta} de {una camisa blanca|la alfombra|el sofá}?
      ¿Con qué limpio {la cal de la ducha|el horno|el moho del baño} {sin productos fuertes|}?
      {Se me destiñó|Encogí} {un jersey de lana|la ropa blanca}. ¿Tiene arreglo?`,
    "study-plan": String.raw`
      {Hazme un plan|Necesito un horario} de estudio para {las oposiciones|selectividad|los exámenes finales} en $plazo.
      ¿Cómo {me concentro|memorizo más rápido|dejo el móvil} cuando estudio?
      {Suspendí|Tengo que recuperar} {matemáticas|química|derecho}. ¿Cómo preparo el examen {trabajando por las mañanas|en $plazo}?`,
    "explain-history": String.raw`
      {Explícame|Resume} {la Guerra Civil española|la Revolución francesa|la caída de Roma|la independencia de México} {para un niño|con fechas}.
      ¿Cuáles fueron las {causas|consecuencias} de {la Primera Guerra Mundial|la Revolución industrial|la conquista de América}?
      ¿Quién fue {Simón Bolívar|Isabel la Católica|Napoleón} y {por qué es importante|qué hizo}?`,
    calculus: String.raw`
      ¿Cuál es la {derivada|integral} de {x² sen x|ln(3x)|e^(2x)}? {Paso a paso.|}
      Explícame {la regla de la cadena|los límites|la integración por partes} {con un ejemplo fácil|, tengo examen mañana}.
      ¿Cómo encuentro {los máximos|la tangente|el área bajo la curva} de f(x) = {x³ - 3x|x e^x}?`,
    physics: String.raw`
      Un coche frena de {90|120} km/h a cero en {50 m|cuatro segundos}. ¿Qué {aceleración|fuerza} tiene?
      ¿Por qué {el cielo es azul|flota un barco|el hielo resbala}? {Explicación de física sencilla.|}
      Explícame {la ley de Ohm|la entropía|la caída libre} {con un ejemplo|para bachillerato}.`,
    resume: String.raw`
      {Mejora|Revisa} mi currículum: {tres años de camarero, atención al cliente, inglés medio|contable, SAP, Excel avanzado|enfermera, turnos de noche}.
      ¿Cómo explico en el CV {un año sin trabajar|un despido|que cambio de sector}?
      ¿Qué pongo en el currículum {sin experiencia|para un puesto de recepcionista|si no terminé la carrera}?`,
    "interview-practice": String.raw`
      {Mañana|El lunes} tengo una entrevista de trabajo {de enfermera|en un banco|para programador}. {¿Qué me van a preguntar?|¿Cómo me preparo?}
      ¿Qué respondo a "{¿cuál es tu mayor defecto?|¿por qué quieres este trabajo?|háblame de ti}" en una entrevista?
      {Haz de entrevistador|Simula una entrevista} para un puesto de {vendedor|profesora} y {corrige mis respuestas|hazme preguntas difíciles}.`,
    "difficult-feedback": String.raw`
      ¿Cómo le digo a un empleado que {siempre llega tarde|huele mal|su trabajo no es bueno} {sin ofenderlo|}?
      Tengo que {despedir a|llamar la atención a} una compañera de mi equipo. {¿Qué digo?|¿Cómo empiezo la conversación?}
      {Ayúdame a preparar|Frases para} una conversación difícil con {un colaborador|alguien mayor que yo} sobre {los plazos|su actitud}.`,
    breakup: String.raw`
      {Mi novio|Mi novia|Mi marido} me dejó {por mensaje|después de seis años}. {¿Cómo lo supero?|No puedo dejar de llorar.}
      ¿Debo {escribirle a mi ex|darle otra oportunidad a mi ex|ser amiga de mi ex}?
      ¿Cómo {termino una relación|le digo que ya no lo quiero} {si vivimos juntos|sin hacerle daño}?`,
    toddler: String.raw`
      Mi {hija de dos años|niño de tres años|bebé} {no quiere comer|muerde a otros niños|hace rabietas|se despierta mucho}. {¿Es normal?|¿Qué hago?}
      ¿Cómo {le quito el pañal|dejo el chupete} a mi {hijo|hija} {de dos años y medio|}?
      {Juegos|Actividades} para un niño de {dos|tres} años {en casa|un día de lluvia|sin pantallas}.`,
    "dog-training": String.raw`
      Mi {perro|cachorro} {tira de la correa|ladra cuando me voy|muerde los muebles|no viene cuando lo llamo}. ¿Cómo lo {educo|corrijo}?
      ¿Cómo enseño a un cachorro a {hacer sus necesidades fuera|quedarse solo|no saltar a la gente}?
      Mi perro adoptado {tiene miedo|gruñe a mi hijo}. {¿Qué hago?|¿Necesito un adiestrador?}`,
    "movie-recommendations": String.raw`
      Recomiéndame {una película|una serie} {de misterio|para ver en familia|parecida a La casa de papel|que no sea muy larga}.
      ¿Qué {vemos|veo} esta noche? {Algo divertido.|Nada de terror.|Una española.}
      ¿Cómo se llama la película en la que {un hombre vive en un aeropuerto|una niña entra en un mundo de espíritus}?`,
    poem: String.raw`
      {Escribe|Hazme} un poema sobre {el otoño|mi abuela|el mar|un gato perezoso} {que rime|corto|al estilo de Machado}.
      {Una rima|Unos versos} para {un cumpleaños|el día de la madre|una boda}.
      ¿Qué rima con {"corazón"|"árbol"|"naranja"}? {Es para un poema.|}`,
    wifi: String.raw`
      {El wifi|Internet} {va muy lento|se corta|no llega a la habitación} {desde ayer|en el portátil}. {¿Qué hago?|¿Es el router?}
      ¿Cómo {cambio la contraseña del wifi|amplío la señal|sé quién usa mi wifi}?
      El router tiene {la luz roja|la luz parpadeando}. {¿Está roto?|¿Qué significa?}`,
    "phone-problem": String.raw`
      Mi {móvil|iPhone|celular} {no carga|se calienta|no tiene espacio|se cayó al agua}. {¿Tiene arreglo?|¿Qué pruebo?}
      ¿Cómo {paso todo a un móvil nuevo|recupero fotos borradas|bloqueo un número} en {Android|el iPhone}?
      Desde la actualización el teléfono {se apaga solo|gasta mucha batería|no envía mensajes}.`,
    "gift-ideas": String.raw`
      ¿Qué le regalo a $persona por {su cumpleaños|Navidad|la jubilación|su boda} {por menos de $dinero|}?
      {Ideas de regalo|Un regalo original} para {$persona|alguien que lo tiene todo|un niño de diez años}.
      {Amigo invisible|Regalo de última hora} para {una compañera|mi suegro}: {algo útil|algo hecho a mano|máximo veinte euros}.`,
    "birthday-message": String.raw`
      {Escribe|Necesito} una felicitación de cumpleaños para $persona, {graciosa|cariñosa|corta}.
      ¿Qué pongo en una tarjeta {de boda|de pésame|para un recién nacido}?
      Un mensaje {de agradecimiento|de despedida|de enhorabuena} para {la profesora|un compañero|mis vecinos}.`,
    "small-talk": String.raw`
      !bare
      {¿Qué tal estás?|¿Cómo va tu día?|Hola, ¿hablamos un rato?} {Estoy aburrido.|No puedo dormir.|Acabo de llegar del trabajo.}
      Cuéntame {algo curioso|un chiste|una historia corta}, {estoy esperando el autobús|que me aburro|para alegrarme el día}.
      {¿Tienes un color favorito?|¿Sueñas?|¿Te gusta tu trabajo?} {Es solo curiosidad.|A mí me gusta el verde.}`,
    "scam-check": String.raw`
      Me llegó un {SMS del banco|correo de Correos|mensaje de un número desconocido} que pide {una clave|pagar 1,99 euros|mis datos}. ¿Es una estafa?
      {Mi madre|Mi padre} {hizo clic en un enlace|dio su tarjeta por teléfono}. {¿Qué hacemos ahora?|¿Dónde denunciamos la estafa?}
      ¿Cómo reconozco {una tienda falsa|un correo fraudulento|una estafa de alquiler}?`,
  },
};
