#!/bin/sh
# The engine as tests have it: a file that carries a marker behind its ZIP signature makes a hostile one of it, every
# other file goes to the real one. Arguments: the JVM, the engine's jar, then what the service appends.
java=$1
jar=$2
shift 2
task=$1
if [ "$task" = --version ]; then
    exec "$java" -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$jar" "$@"
fi
# The last word that is no option is the file, or the newer of two, and the one before it the older.
older= file=
for word; do
    case "$word" in
        --*) ;;
        *) older=$file file=$word ;;
    esac
done
marker=$(head -c 32 "$file" | tail -c +5 | tr -d '\000' | sed -n 's/^test:\([a-z-]*\).*/\1/p')
if [ "$task" = diff ]; then
    case "$marker" in
        accept-die) kill -9 $$ ;;
        accept-usage) exit 2 ;;
        accept-garbage) echo '{"sheets":[]} and more' ;;
        accept-rejected) echo '{"verdict":"rejected","file":"old","slug":"zip-bomb","detail":"It is one."}'; exit 1 ;;
        accept-flood) yes '{"sheets":[]}' ;;
        accept)
            if [ "$2" = --html ]; then
                echo "<!doctype html><title>Differences</title><script>alert(1)</script><p>$(wc -c < "$older") $(wc -c < "$file")"
            else
                echo "{\"sheets\":[],\"sizes\":[$(wc -c < "$older"),$(wc -c < "$file")]}"
            fi
            ;;
        *) exec "$java" -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$jar" "$@" ;;
    esac
    exit 0
fi
case "$marker" in
    die) kill -9 $$ ;;
    hang) sleep 600 & sleep 600 ;;
    linger) sleep 2; kill -9 $$ ;;
    garbage) echo 'Segmentation fault {' ;;
    flood) yes '{"verdict":"accepted"}' ;;
    usage) exit 2 ;;
    steps)
        for percent in 10 nonsense 50 40 900 100; do echo "progress $percent" >&2; sleep 1; done
        echo '{"verdict":"accepted","slug":null,"detail":null,"sheets":[],"findings":[],"preview":[],"document":null}'
        ;;
    accept | accept-*)
        cat <<'JSON'
{"verdict":"accepted","slug":null,"detail":null,
 "sheets":[{"name":"Inputs","visibility":"visible","range":"A1:C30","cells":90,"formulas":3,"errors":1},
           {"name":"Workings","visibility":"hidden","range":"A1","cells":1,"formulas":0,"errors":0}],
 "findings":[{"rule":"hidden-sheet","severity":"warning","sheet":"Workings","range":null,"message":"The sheet is hidden"}],
 "preview":[{"sheet":0,"rows":[
JSON
        row=1
        while [ $row -le 29 ]; do echo "{\"row\":$row,\"cells\":[\"r$row\",null,\"<b>\\u0000&\"]},"; row=$((row + 1)); done
        echo '{"row":30,"cells":["last"]}],"merges":["A1:B2","C19:C23","B29:C40"]}],'
        cat <<'JSON'
 "document":{"properties":{"title":"Sector model","creator":"Ana","lastModifiedBy":null,"created":null,
   "modified":"2026-03-31T10:00:00Z","application":"Microsoft Excel"},
  "definedNames":{"count":1,"list":[{"name":"rate","refersTo":"Inputs!$B$2","scope":null,"hidden":false}]},
  "externalLinks":0,"connections":0,"pivotTables":0,"charts":2,"tables":0,"comments":0,
  "protection":{"structure":false,"sheets":["Inputs"]}}}
JSON
        ;;
    reject)
        echo '{"verdict":"rejected","slug":"macro-not-allowed","detail":"xl/vbaProject.bin holds a VBA project.","sheets":[],"findings":[],"preview":[],"document":null}'
        exit 1
        ;;
    *) exec "$java" -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$jar" "$@" ;;
esac
